import Relay
import RelaySupport
import Testing

struct InterestTests {
    private let log = LogName.room(.numbered(1))

    private func loop(_ number: UInt8) -> LoopNumber { LoopNumber(rawValue: number) }

    @Test func loopsAreKnownAsLongAsTheyFollow() {
        let interest = Interest()
        #expect(interest.loops(following: log).isEmpty)
        for number in [0, 5, 63] as [UInt8] { interest.add(loop(number), to: log) }
        #expect(Array(interest.loops(following: log)).map(\.rawValue) == [0, 5, 63])
        interest.remove(loop(5), from: log)
        interest.remove(loop(5), from: log)
        interest.remove(loop(1), from: .room(.numbered(2)))
        #expect(Array(interest.loops(following: log)).map(\.rawValue) == [0, 63])
        #expect(interest.loops(following: [log, .room(.numbered(2))]).map(\.isEmpty) == [false, true])
    }
}
