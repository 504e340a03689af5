import MLS
import TLSCodec
import TestSupport
import Testing

@Suite(.enabled(if: VectorFolder.isPresent, "\(SharedVectors.absence)"))
struct MessageVectorTests {
    @Test func noVectorIsLeftOut() {
        #expect(MessageVector.all.count == 300)
        #expect(MessageVector.all.allSatisfy { $0.unknownFields.isEmpty })
        #expect(MessageVector.all.reduce(0) { $0 + $1.values.count } == 300 * 17)
    }

    @Test(arguments: WireValue.allCases) func everyValueEncodesToTheBytesItCameFrom(_ kind: WireValue) throws {
        for bytes in MessageVector.values(of: kind) {
            #expect(try kind.decodedAndEncoded(bytes) == bytes)
        }
    }

    @Test(arguments: WireValue.allCases.filter(\.isMessage)) func everyMessageIsOfItsKind(_ kind: WireValue) throws {
        for bytes in MessageVector.values(of: kind) {
            let message = try MLSMessage(decoding: bytes)
            #expect(kind.isKind(of: message))
            #expect(try MLSMessage(decoding: message.encoded()) == message)
        }
    }

    @Test(arguments: WireValue.allCases) func refusesEveryValueCutShortOrOneByteLonger(_ kind: WireValue) {
        for bytes in MessageVector.values(of: kind).prefix(3) {
            for count in bytes.indices {
                #expect(throws: CodecError.self) { try kind.decodedAndEncoded(Array(bytes.prefix(count))) }
            }
            #expect(throws: CodecError.trailingBytes) { try kind.decodedAndEncoded(bytes + [0]) }
        }
    }
}
