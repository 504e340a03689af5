import TLSCodec
import TestSupport
import Testing

@Suite(.enabled(if: VectorFolder.isPresent, "\(SharedVectors.absence)"))
struct LengthVectorTests {
    struct Case: Decodable, Sendable, CustomTestStringConvertible {
        let header: String
        let length: Int

        var testDescription: String { "\(header) is \(length)" }

        enum CodingKeys: String, CodingKey {
            case header = "vlbytes_header"
            case length
        }
    }

    static let cases: [Case] = VectorFolder.mls("deserialization.json")

    @Test func noVectorIsLeftOut() { #expect(Self.cases.count == 14) }

    @Test(arguments: cases) func aLengthIsReadAndWritten(_ vector: Case) throws {
        let bytes = [UInt8](hex: vector.header)
        var reader = Reader(bytes)
        #expect(try reader.length(.variable) == vector.length)
        try reader.finish()
        var writer = Writer()
        try writer.length(vector.length, .variable)
        #expect(writer.bytes == bytes)
    }
}
