import TLSCodec
import TestSupport
import Testing

@Suite struct CursorTests {
    @Test func fieldsAreFoundWhereTheyLie() throws {
        let bytes: [UInt8] = [1, 2, 3, 2, 7, 8, 9] + [0, 1, 5] + [1, 6] + [0, 0, 0, 0]
        var cursor = Cursor()
        #expect(try cursor.integer(UInt8.self, in: bytes.span) == 1)
        #expect(try cursor.integer(UInt16.self, in: bytes.span) == 0x0203)
        #expect(try cursor.opaque(.variable, in: bytes.span) == 4..<6)
        #expect(try cursor.fixed(1, in: bytes.span) == 6..<7)
        #expect(try cursor.opaque(.uint16, in: bytes.span) == 9..<10)
        #expect(try cursor.opaque(.uint8, in: bytes.span) == 11..<12)
        #expect(throws: CodecError.trailingBytes) { try cursor.finish(in: bytes.span) }
        #expect(try cursor.opaque(.uint32, in: bytes.span) == 16..<16)
        try cursor.finish(in: bytes.span)
    }

    @Test func aCursorReadsAsAReaderDoes() {
        var random = SeededRandom.announced()
        for _ in 0..<20_000 {
            let bytes = random.bytes(count: .random(in: 0...70, using: &random))
            let prefix = LengthPrefix.allCases[Int.random(in: 0..<4, using: &random)]
            var reader = Reader(bytes)
            var cursor = Cursor()
            let read = Result { () throws(CodecError) in try reader.opaque(prefix) }
            let found = Result { () throws(CodecError) in try cursor.opaque(prefix, in: bytes.span) }
            #expect(found.map { Array(bytes[$0]) } == read)
            if case .success = found { #expect(cursor.position == reader.position) }
        }
    }

    @Test func whatIsNotAllThereIsTruncated() {
        for count in 0..<8 {
            let bytes = [UInt8](repeating: 1, count: count)
            var cursor = Cursor()
            #expect(throws: CodecError.truncated) { try cursor.integer(UInt64.self, in: bytes.span) }
        }
        var cursor = Cursor()
        #expect(throws: CodecError.truncated) { try cursor.fixed(.max, in: [1, 2].span) }
        #expect(throws: CodecError.truncated) { try cursor.fixed(-1, in: [1, 2].span) }
        #expect(throws: CodecError.truncated) { try cursor.opaque(.variable, in: [0xBF, 0xFF, 0xFF, 0xFF].span) }
    }

    /// The same span belongs to each call; another one is a mistake of the program, and no reason to trap.
    @Test func aShorterSpanThanBeforeIsTruncated() throws {
        var cursor = Cursor()
        _ = try cursor.fixed(4, in: [1, 2, 3, 4].span)
        #expect(throws: CodecError.truncated) { try cursor.fixed(1, in: [1, 2].span) }
        #expect(throws: CodecError.truncated) { try cursor.fixed(0, in: [1, 2].span) }
        #expect(throws: CodecError.trailingBytes) { try cursor.finish(in: [1, 2].span) }
    }
}
