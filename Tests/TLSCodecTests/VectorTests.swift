import TLSCodec
import Testing

@Suite struct VectorTests {
    @Test(
        arguments: LengthPrefix.allCases, [0, 1, 31, 32, 127, 128, 8_191, 8_192, 32_767, 32_768])
    func aVectorComesBackWithItsLengthInBytes(prefix: LengthPrefix, count: Int) throws {
        let numbers = (0..<count).map { UInt16(truncatingIfNeeded: $0) }
        var writer = Writer()
        writer.integer(0xEE as UInt8)
        guard count * 2 <= prefix.byteCountMax else {
            #expect(throws: CodecError.lengthOutOfBounds) { try writer.vector(numbers, prefix) }
            return
        }
        try writer.vector(numbers, prefix)
        writer.integer(0xEF as UInt8)
        var expected = Writer()
        expected.integer(0xEE as UInt8)
        try expected.length(count * 2, prefix)
        for number in numbers { expected.integer(number) }
        expected.integer(0xEF as UInt8)
        #expect(writer.bytes == expected.bytes)
        var reader = Reader(writer.bytes)
        #expect(try reader.integer(UInt8.self) == 0xEE)
        #expect(try reader.vector(prefix) == numbers)
        #expect(try reader.integer(UInt8.self) == 0xEF)
        try reader.finish()
    }

    /// 2, 16 and 32 bits decide how a length is written; the elements behind it move.
    @Test(arguments: [0, 1, 61, 62, 63, 64, 16_379, 16_380, 16_381, 16_382, 16_383, 16_384])
    func vectorsInVectorsTakeTheFewestBytes(count: Int) throws {
        let boxes = [Shelf.Box([[UInt8](repeating: 5, count: count)]), Shelf.Box([[], [1]])]
        var label = Writer()
        try label.opaque([UInt8](repeating: 5, count: count), .variable)
        var first = Writer()
        try first.opaque(label.bytes, .variable)
        var all = Writer()
        try all.opaque(first.bytes + [3, 0, 1, 1], .variable)
        var writer = Writer()
        try writer.vector(boxes, .variable)
        #expect(writer.bytes == all.bytes)
        var reader = Reader(all.bytes)
        #expect(try reader.vector(.variable) == boxes)
        try reader.finish()
    }

    @Test func anElementThatOverrunsItsVectorIsTruncatedThoughMoreFollows() throws {
        var odd = Reader([3, 0, 1, 0, 2, 0, 3])
        #expect(throws: CodecError.truncated) { try odd.vector(.variable, of: UInt16.self) }
        // The box says three bytes; the vector around it has two.
        var nested = Reader([2, 3, 0, 0, 0])
        #expect(throws: CodecError.truncated) { try nested.vector(.variable, of: Shelf.Box.self) }
        // The label inside the box says two bytes; the box has one.
        var deeper = Reader([3, 1, 2, 7, 7, 7])
        #expect(throws: CodecError.truncated) { try deeper.vector(.variable, of: Shelf.Box.self) }
    }

    @Test func whatFollowsAVectorIsReadAfterIt() throws {
        var reader = Reader([1, 0, 9, 9])
        #expect(try reader.vector(.variable) == [Shelf.Box([])])
        #expect(reader.remainingByteCount == 2)
        #expect(try reader.fixed(2) == [9, 9])
    }

    @Test func elementsOfNoBytesAreRefused() throws {
        var none = Reader([0])
        #expect(try none.vector(.variable) == [Nothing]())
        var some = Reader([1, 0])
        #expect(throws: CodecError.lengthOutOfBounds) { try some.vector(.variable, of: Nothing.self) }
    }

    @Test(
        arguments: [
            [0xBF, 0xFF, 0xFF, 0xFF], [0xBF, 0xFF, 0xFF, 0xFF, 0, 1], [0x80, 0x00, 0x40, 0x00, 0, 1], [0x40, 0x40, 0],
            [3, 0, 1], [1],
        ] as [[UInt8]])
    func aVectorLongerThanWhatIsLeftIsTruncatedBeforeAnyElement(bytes: [UInt8]) {
        var reader = Reader(bytes)
        #expect(throws: CodecError.truncated) { try reader.vector(.variable, of: Unreadable.self) }
    }

    @Test func aVectorsLengthHasOneForm() {
        for bytes: [UInt8] in [[0x40, 0x02, 0, 1], [0x80, 0, 0, 2, 0, 1]] {
            var reader = Reader(bytes)
            #expect(throws: CodecError.nonMinimalLength) { try reader.vector(.variable, of: UInt16.self) }
        }
        var reserved = Reader([0xC2, 0, 1])
        #expect(throws: CodecError.reservedLengthForm) { try reserved.vector(.variable, of: UInt16.self) }
    }

    /// Fails the test where it is decoded at all.
    struct Unreadable: TLSCodable {
        init(from reader: inout Reader) throws(CodecError) {
            Issue.record("an element was read")
            throw .invalidValue
        }

        func encode(into writer: inout Writer) throws(CodecError) {}
    }
}
