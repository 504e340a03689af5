import Foundation
import Identity
import Logging
import NIOCore
import Sodium
import Synchronization
import Testing

@testable import sotto

/// What signals and a service manager mean to a relay, without one.
struct ServerLifeTests {
    private final class FakeRelay: ServedRelay {
        private struct State {
            var stopCount = 0
            var cutOff: [Int] = []
        }

        private let here: [IdentityKey]
        private let state = Mutex(State())

        init(here: [IdentityKey]) { self.here = here }

        var addresses: [SocketAddress] { [try! SocketAddress(ipAddress: "127.0.0.1", port: 7)] }
        var metrics: [Metric] { [] }
        var stopCount: Int { state.withLock { $0.stopCount } }
        /// How many each time.
        var cutOff: [Int] { state.withLock { $0.cutOff } }

        func cutOff(where isUnwanted: @escaping @Sendable (IdentityKey) -> Bool) async -> Int {
            let count = here.count(where: isUnwanted)
            state.withLock { $0.cutOff.append(count) }
            return count
        }

        func probe() async {}
        func stop() async { state.withLock { $0.stopCount += 1 } }
    }

    private let temporary = TemporaryFolder()
    private let ann = Person("Ann")
    private let bob = Person("Bob")
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func relay() -> FakeRelay {
        FakeRelay(here: [ann, bob].map { IdentityKey($0.identity.publicKey) })
    }

    private func allow(_ text: String) { temporary.write(Array(text.utf8), to: "allowed") }

    private func run(_ relay: FakeRelay, _ allowed: AllowListFile?, _ events: [ServerSignals.Event]) async {
        let (stream, continuation) = AsyncStream.makeStream(of: ServerSignals.Event.self)
        for event in events { continuation.yield(event) }
        continuation.finish()
        await ServerLife(relay: relay, allowed: allowed, logger: logger, environment: { _ in nil }).run(stream)
    }

    @Test func stopsOnceWhenItIsToldTo() async {
        for events in [[.stop], [.reload, .stop], []] as [[ServerSignals.Event]] {
            let relay = relay()
            await run(relay, nil, events)
            #expect(relay.stopCount == 1)
            #expect(relay.cutOff == [])
        }
    }

    @Test func cutsOffWhoeverNoLongerStandsOnTheList() async throws {
        allow(ann.fingerprint.text + "\n" + bob.fingerprint.text)
        let allowed = try AllowListFile(temporary.path("allowed"))
        allow(ann.fingerprint.text)
        let relay = relay()
        await run(relay, allowed, [.reload, .reload, .stop])
        #expect(relay.cutOff == [1, 1])
    }

    @Test func cutsOffNobodyWhereTheListIsDamaged() async throws {
        allow(ann.fingerprint.text + "\n" + bob.fingerprint.text)
        let allowed = try AllowListFile(temporary.path("allowed"))
        allow("nonsense")
        let relay = relay()
        await run(relay, allowed, [.reload, .stop])
        #expect(relay.cutOff == [])
        #expect(allowed.count == 2)
    }

    @Test func tellsTheServiceManagerEachOfThese() async throws {
        let manager = try #require(NotifyReceiver(temporary.path("notify")))
        let path = temporary.path("notify")
        let (stream, continuation) = AsyncStream.makeStream(of: ServerSignals.Event.self)
        let life = ServerLife(relay: relay(), allowed: nil, logger: logger) { $0 == "NOTIFY_SOCKET" ? path : nil }
        continuation.yield(.reload)
        continuation.yield(.stop)
        await life.run(stream)
        let ready = "READY=1\nSTATUS=Listens on 127.0.0.1:7"
        #expect(manager.receive() == ready)
        #expect(manager.receive()?.hasPrefix("RELOADING=1\nMONOTONIC_USEC=") == true)
        #expect(manager.receive() == ready)
        #expect(manager.receive() == "STOPPING=1")
    }
}
