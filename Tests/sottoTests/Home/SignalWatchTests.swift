import Dispatch
import Foundation
import Testing

@testable import sotto

struct SignalWatchTests {
    @Test func callsBackInsteadOfEnding() async {
        let (calls, call) = AsyncStream.makeStream(of: Void.self)
        let watch = SignalWatch(.hangUp, on: DispatchQueue(label: "signals")) { call.yield() }
        // The watch begins a moment after it was made: the first signals may be lost.
        let sending = Task {
            while !Task.isCancelled {
                kill(getpid(), SIGHUP)
                try? await Task.sleep(for: .milliseconds(5))
            }
        }
        for await _ in calls { break }
        sending.cancel()
        _ = watch
    }

    @Test func knowsTheUser() {
        #expect(UserAccount.current()?.homePath.hasPrefix("/") != false)
        #expect(ProcessNumber.own.isAlive)
        #expect(!ProcessNumber(value: 0x7FFF_FFFE).isAlive)
    }
}
