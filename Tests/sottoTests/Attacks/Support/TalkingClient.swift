import Identity
import NIOCore
import NIOPosix
import SecureChannel
import Synchronization

@testable import sotto

/// A client in this process that dials again at once whenever its line breaks.
final class TalkingClient: Sendable {
    let talk: ClientTalk
    let screen = TalkScreen()
    private let lostCount = Atomic<Int>(0)
    private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    private let dialer: LineDialer
    private let port: Int
    private let pin: RelayKey

    init(_ person: Person, port: Int, pin: RelayKey) {
        self.port = port
        self.pin = pin
        talk = ClientTalk(relay: .relay(Fingerprint(of: pin)), tell: screen.tell)
        dialer = LineDialer(group: group, identity: person.lineIdentity)
    }

    /// How many lines have broken.
    var brokenCount: Int { lostCount.load(ordering: .relaxed) }

    /// Until all that was said has arrived and the input is over, or its task is cancelled.
    func run() async {
        while !Task.isCancelled {
            let talk = talk
            let setup = LineSetup(limits: TalkMessage.limits) { channel, _ in
                try channel.pipeline.syncOperations.addHandler(TalkHandler(end: talk, opensAtOnce: false))
            }
            do throws(LineError) {
                _ = try await dialer.dial(host: "127.0.0.1", port: UInt16(port), pin: pin, setup: setup)
            } catch {
                lostCount.add(1, ordering: .relaxed)
                try? await Task.sleep(for: .milliseconds(2))
                continue
            }
            if case .finished = await talk.ending() { break }
            lostCount.add(1, ordering: .relaxed)
        }
        try? await group.shutdownGracefully()
    }
}
