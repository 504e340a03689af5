import RelayProtocol
import Testing

@Suite struct BodyLimitTests {
    @Test(arguments: RelayMessageKind.allCases) func aKindsLimitAdmitsItsLargestValue(kind: RelayMessageKind) throws {
        let said = Largest.said(kind)
        #expect(!said.isEmpty)
        for one in said {
            let message = try one.message()
            let limit = RelayMessage.bodyBytesMax(ofKind: message.kind)
            #expect(message.kind == kind.rawValue)
            #expect(message.body.count <= limit)
            #expect(Said.reading(message) == one)
            // Nor is it much more than is needed, where it is more than what any kind may have.
            #expect(limit == 64 << 10 || limit - message.body.count <= 96 << 10)
        }
    }

    @Test(arguments: 0...UInt8.max) func whatIsUnknownMayBeLongEnoughToBeAnswered(kind: UInt8) {
        guard RelayMessageKind(rawValue: kind) == nil else { return }
        #expect(RelayMessage.bodyBytesMax(ofKind: kind) == 65_536)
    }

    @Test func noKindMayBeLongerThanAnAppend() {
        let limits = (0...UInt8.max).map { RelayMessage.bodyBytesMax(ofKind: $0) }
        #expect(limits.max() == RelayMessage.bodyBytesMax(ofKind: 43))
        #expect(RelayMessage.bodyBytesMax(ofKind: 43) == (8 << 20) + (8 << 10))
    }
}
