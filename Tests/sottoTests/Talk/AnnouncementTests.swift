import NIOCore
import SecureChannel
import Synchronization
import Testing

@testable import sotto

/// The screen hears of everybody who speaks, under each name and identity that they bear.
struct AnnouncementTests {
    private final class Joined: Sendable {
        private let speakers = Mutex<[Speaker]>([])
        var all: [Speaker] { speakers.withLock { $0 } }
        func tell(_ event: TalkEvent) {
            if case .joined(let speaker) = event { speakers.withLock { $0.append(speaker) } }
        }
    }

    @Test func aDeviceThatDialsAgainUnderAnotherNameIsAnnouncedAnew() throws {
        let joined = Joined()
        let talk = HostTalk(tell: joined.tell)
        let eve = Person("Eve")
        let first = try EmbeddedTalk(talk.visitor(for: eve.hello()), opensAtOnce: true)
        let again = try EmbeddedTalk(talk.visitor(for: eve.hello()), opensAtOnce: true)
        #expect(joined.all.count == 1)
        let renamed = Person("Bob", identity: eve.identity, device: eve.device, line: eve.line)
        let second = try EmbeddedTalk(talk.visitor(for: renamed.hello()), opensAtOnce: true)
        #expect(joined.all.count == 2)
        #expect(joined.all.last == .client(name: renamed.name, identity: renamed.fingerprint))
        _ = (first, again, second)
    }

    @Test func anotherIdentitysWordForTheSameDeviceIsAnnouncedAnew() throws {
        let joined = Joined()
        let talk = HostTalk(tell: joined.tell)
        let eve = Person("Eve")
        let carol = Person("Eve", device: eve.device)
        let first = try EmbeddedTalk(talk.visitor(for: eve.hello()), opensAtOnce: true)
        let second = try EmbeddedTalk(talk.visitor(for: carol.hello()), opensAtOnce: true)
        #expect(joined.all.count == 2)
        _ = (first, second)
    }
}
