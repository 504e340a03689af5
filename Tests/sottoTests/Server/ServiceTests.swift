import Foundation
import Logging
import Testing

@testable import sotto

/// What a service manager is told, over a socket as `sd_notify(3)` describes it.
struct ServiceTests {
    private let temporary = TemporaryFolder()
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    private func notifier(_ path: String?) -> ServiceNotifier {
        ServiceNotifier(environment: { $0 == "NOTIFY_SOCKET" ? path : nil }, logger: logger)
    }

    @Test func hearsEveryStateInItsOwnDatagram() throws {
        let path = temporary.path("notify")
        let manager = try #require(NotifyReceiver(path))
        let notifier = notifier(path)
        notifier.tell(.ready(status: "listens on\n127.0.0.1:1"))
        notifier.tell(.reloading(monotonicMicroseconds: 42))
        notifier.tell(.stopping)
        notifier.tell(.alive)
        #expect(manager.receive() == "READY=1\nSTATUS=listens on 127.0.0.1:1")
        #expect(manager.receive() == "RELOADING=1\nMONOTONIC_USEC=42")
        #expect(manager.receive() == "STOPPING=1")
        #expect(manager.receive() == "WATCHDOG=1")
    }

    #if os(Linux)
        @Test func hearsUnderANameThatIsInNoFolder() throws {
            let name = "@sotto-test-\(UInt64.random(in: 0 ... .max))"
            let manager = try #require(NotifyReceiver(name))
            notifier(name).tell(.stopping)
            #expect(manager.receive() == "STOPPING=1")
        }
    #endif

    @Test func isNobodyWithoutASocketOrWithOneThatCannotBe() {
        for path in [nil, "", "relative", "/", "@", "vsock:2:1", "/\0", "/" + String(repeating: "a", count: 108)] {
            notifier(path).tell(.stopping)
        }
        #expect(NotifySocket("vsock:2:1") == nil)
        #expect(NotifySocket("/" + String(repeating: "a", count: 108)) == nil)
        #expect(throws: ErrorNumber.missing) { try NotifySocket(temporary.path("none"))?.send([1].span) }
    }

    @Test func whoDoesNotReadIsNotWaitedFor() throws {
        let path = temporary.path("notify")
        let manager = try #require(NotifyReceiver(path))
        let socket = try #require(NotifySocket(path))
        var refusal: ErrorNumber?
        for _ in 0..<100_000 where refusal == nil {
            do throws(ErrorNumber) { try socket.send([UInt8](repeating: 65, count: 100).span) } catch {
                refusal = error
            }
        }
        #if os(Linux)
            #expect(refusal == .wouldBlock)
        #else
            #expect(refusal != nil)
        #endif
        withExtendedLifetime(manager) {}
    }

    private func watchdog(_ variables: [String: String]) -> ServiceWatchdog? {
        ServiceWatchdog(environment: { variables[$0] }, own: ProcessNumber(value: 77))
    }

    @Test func aWatchdogRunsWhereThisProcessIsAskedForIt() {
        #expect(watchdog(["WATCHDOG_USEC": "3000000"])?.interval == .milliseconds(1_500))
        #expect(watchdog(["WATCHDOG_USEC": "3000000", "WATCHDOG_PID": "77"])?.interval == .milliseconds(1_500))
        #expect(watchdog(["WATCHDOG_USEC": "3000000", "WATCHDOG_PID": "78"]) == nil)
        #expect(watchdog(["WATCHDOG_USEC": "1"])?.interval == .milliseconds(10))
        for other in [[:], ["WATCHDOG_USEC": "0"], ["WATCHDOG_USEC": "-5"], ["WATCHDOG_USEC": "x"]] {
            #expect(watchdog(other) == nil)
        }
    }

    @Test func aWatchdogSaysNothingWhileSomethingIsStuck() async throws {
        let dog = try #require(watchdog(["WATCHDOG_USEC": "20000"]))
        let (told, tell) = AsyncStream.makeStream(of: Int.self)
        let (gates, gate) = AsyncStream.makeStream(of: Void.self)
        let run = Task {
            await dog.run(probe: { for await _ in gates { return } }, tell: { tell.yield(1) })
            tell.finish()
        }
        gate.yield()
        gate.yield()
        var heard = told.makeAsyncIterator()
        #expect(await heard.next() == 1)
        #expect(await heard.next() == 1)
        run.cancel()
        #expect(await heard.next() == nil)
    }
}
