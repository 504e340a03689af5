import RelayProtocol
import TestSupport
import Testing

@Suite struct RandomTests {
    @Test func whatIsSaidIsUnderstood() throws {
        var arbitrary = Arbitrary(random: .announced())
        var kinds: Set<UInt8> = []
        for _ in 0..<20_000 {
            let said = arbitrary.said()
            kinds.insert(said.kind)
            #expect(Said.reading(try said.message()) == said)
        }
        #expect(kinds.count == RelayMessageKind.allCases.count)
    }

    /// What is read of any bytes at all has those bytes for its only encoding.
    @Test func whateverIsReadIsWrittenAsItCame() throws {
        var random = SeededRandom.announced()
        for _ in 0..<50_000 {
            let body = random.bytes(count: .random(in: 0...120, using: &random))
            try Self.checkOneEncoding(of: RelayMessage(kind: .random(in: 0...255, using: &random), body: body))
        }
    }

    /// Near to what is well formed, where most decoders have their faults.
    @Test func aChangedMessageIsReadAsItStandsOrNotAtAll() throws {
        var arbitrary = Arbitrary(random: .announced())
        for _ in 0..<50_000 {
            let message = try arbitrary.said().message()
            guard !message.body.isEmpty else { continue }
            let bit = Int.random(in: 0..<(message.body.count * 8), using: &arbitrary.random)
            let cut = arbitrary.flag() ? 0 : Int.random(in: 0...8, using: &arbitrary.random)
            let body = Array(message.body.flipping(bit: bit).dropLast(cut))
            try Self.checkOneEncoding(of: RelayMessage(kind: message.kind, body: body))
        }
    }

    private static func checkOneEncoding(of message: RelayMessage) throws {
        guard let said = Said.reading(message) else { return }
        #expect(try said.message() == message)
    }
}
