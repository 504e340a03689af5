import TLSCodec
import Testing

@Suite struct EncodedTests {
    @Test func aDecodedValueKeepsTheBytesThatItTook() throws {
        var reader = Reader([9] + ShelfTests.bytes + [8])
        _ = try reader.integer(UInt8.self)
        let shelf = try Encoded<Shelf>(from: &reader)
        #expect(shelf.value == ShelfTests.shelf)
        #expect(shelf.bytes == ShelfTests.bytes)
        #expect(reader.remainingByteCount == 1)
        #expect(try shelf.encoded() == ShelfTests.bytes)
        #expect(try shelf == Encoded(ShelfTests.shelf))
        #expect(try shelf.hashValue == Encoded(ShelfTests.shelf).hashValue)
        #expect(try shelf != Encoded(Shelf()))
    }

    @Test func bytesSinceAPlaceAreThoseTakenFromIt() throws {
        var reader = Reader([1, 2, 3, 4, 5])
        _ = try reader.fixed(1)
        let start = reader.position
        #expect(reader.bytes(since: start) == [])
        _ = try reader.integer(UInt16.self)
        #expect(reader.bytes(since: start) == [2, 3])
        #expect(reader.bytes(since: 0) == [1, 2, 3])
        #expect(reader.bytes(since: 4) == [])
        #expect(reader.bytes(since: -1) == [])
    }

    @Test(arguments: [0, 63, 64, 16_383, 16_384]) func whatWasAppendedLastIsTakenBack(count: Int) throws {
        let value = [UInt8](repeating: 1, count: count)
        var writer = Writer(continuing: [7, 7])
        try writer.opaque(value, .variable)
        writer.removeLast(opaque: value)
        #expect(writer.bytes == [7, 7])
        writer.removeLast(opaque: value)
        writer.removeLast(opaque: value + [1, 1])
        #expect(writer.bytes == [])
    }

    @Test func bytesComeFromArraysSlicesAndSpans() {
        var writer = Writer(continuing: [1])
        writer.fixed([2, 3])
        writer.fixed([0, 4, 5, 0][1...2])
        writer.fixed([6, 7].span)
        writer.fixed(Span<UInt8>())
        writer.zeros(2)
        writer.zeros(0)
        writer.zeros(-1)
        #expect(writer.bytes == [1, 2, 3, 4, 5, 6, 7, 0, 0])
    }

    @Test func paddingIsZero() throws {
        var reader = Reader([1, 0, 0, 0])
        #expect(throws: CodecError.invalidValue) { try reader.finishPadding() }
        _ = try reader.fixed(1)
        try reader.finishPadding()
        _ = try reader.fixed(3)
        try reader.finishPadding()
        for place in 0..<5 {
            var bytes = [UInt8](repeating: 0, count: 5)
            bytes[place] = 0x80
            #expect(throws: CodecError.invalidValue) { try Reader(bytes).finishPadding() }
        }
    }
}
