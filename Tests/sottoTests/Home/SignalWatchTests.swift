import Dispatch
import Foundation
import Testing

@testable import sotto

struct SignalWatchTests {
    /// At once: what comes while the watch is being set up must not be lost.
    @Test func callsBackFromTheFirstSignalOn() async {
        let (calls, call) = AsyncStream.makeStream(of: Void.self)
        let watch = SignalWatch(.terminate, on: DispatchQueue(label: "signals")) { call.yield() }
        kill(getpid(), SIGTERM)
        #expect(await calls.first { _ in true } != nil)
        _ = watch
    }

    @Test func callsEverybodyWhoWatches() async {
        let (calls, call) = AsyncStream.makeStream(of: Int.self)
        let watches = (0..<3).map { number in
            SignalWatch(.hangUp, on: DispatchQueue(label: "signals")) { call.yield(number) }
        }
        kill(getpid(), SIGHUP)
        var heard: Set<Int> = []
        for await number in calls where heard.insert(number).inserted {
            if heard.count == watches.count { break }
        }
        #expect(heard == [0, 1, 2])
    }

    @Test func callsNobodyWhoWatchesNoMore() async {
        let (calls, call) = AsyncStream.makeStream(of: String.self)
        let queue = DispatchQueue(label: "signals")
        do { _ = SignalWatch(.resume, on: queue) { call.yield("gone") } }
        let watch = SignalWatch(.resume, on: queue) { call.yield("here") }
        kill(getpid(), SIGCONT)
        #expect(await calls.first { _ in true } == "here")
        _ = watch
    }

    /// What `nohup` and scripts rely on. A signal that programs which other tests start can do without: they inherit it.
    @Test func leavesAloneWhatWhoeverStartedTheProgramHadIgnored() {
        signal(SIGWINCH, SIG_IGN)
        let watch = SignalWatch(.windowChange, on: DispatchQueue(label: "signals")) {}
        var now = sigaction()
        sigaction(SIGWINCH, nil, &now)
        #expect(now.handlerAddress == 1)
        _ = watch
    }

    @Test func knowsTheUser() {
        #expect(UserAccount.current()?.homePath.hasPrefix("/") != false)
        #expect(ProcessNumber.own.isAlive)
        #expect(!ProcessNumber(value: 0x7FFF_FFFE).isAlive)
    }
}
