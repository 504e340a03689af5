import TLSCodec
import Testing

@Suite struct LengthTests {
    static let examples: [(Int, [UInt8])] = [
        (0, [0x00]), (37, [0x25]), (63, [0x3F]), (64, [0x40, 0x40]), (15_293, [0x7B, 0xBD]), (16_383, [0x7F, 0xFF]),
        (16_384, [0x80, 0x00, 0x40, 0x00]), (494_878_333, [0x9D, 0x7F, 0x3E, 0x7D]),
        (0x3FFF_FFFF, [0xBF, 0xFF, 0xFF, 0xFF]),
    ]

    /// Some of the values are RFC 9420 §2.1.2's own.
    @Test(arguments: examples)
    func aVariableLengthTakesTheFewestBytes(value: Int, bytes: [UInt8]) throws {
        var writer = Writer()
        try writer.length(value, .variable)
        #expect(writer.bytes == bytes)
        var reader = Reader(bytes)
        #expect(try reader.length(.variable) == value)
        try reader.finish()
    }

    @Test(
        arguments: [[0x40, 0x00], [0x40, 0x25], [0x40, 0x3F], [0x80, 0, 0, 0], [0x80, 0, 0x3F, 0xFF]] as [[UInt8]])
    func aLengthInMoreBytesThanNeededIsRefused(bytes: [UInt8]) {
        var reader = Reader(bytes)
        #expect(throws: CodecError.nonMinimalLength) { try reader.length(.variable) }
    }

    @Test(arguments: 0xC0...0xFF as ClosedRange<UInt8>)
    func theReservedFormIsRefused(first: UInt8) {
        var reader = Reader([first] + [UInt8](repeating: 0xFF, count: 8))
        #expect(throws: CodecError.reservedLengthForm) { try reader.length(.variable) }
    }

    @Test(arguments: LengthPrefix.allCases)
    func theGreatestLengthIsWrittenAndOneMoreIsRefused(prefix: LengthPrefix) throws {
        var writer = Writer()
        try writer.length(prefix.byteCountMax, prefix)
        var reader = Reader(writer.bytes)
        #expect(try reader.length(prefix) == prefix.byteCountMax)
        #expect(throws: CodecError.lengthOutOfBounds) { try writer.length(prefix.byteCountMax + 1, prefix) }
        #expect(throws: CodecError.lengthOutOfBounds) { try writer.length(-1, prefix) }
    }

    @Test(arguments: LengthPrefix.allCases, [0, 1, 63, 64, 255, 256, 16_383, 16_384, 65_535, 65_536])
    func anOpaqueVectorComesBack(prefix: LengthPrefix, count: Int) throws {
        let value = [UInt8](repeating: 0x5A, count: count)
        var writer = Writer()
        guard count <= prefix.byteCountMax else {
            #expect(throws: CodecError.lengthOutOfBounds) { try writer.opaque(value, prefix) }
            return
        }
        try writer.opaque(value, prefix)
        var reader = Reader(writer.bytes)
        #expect(try reader.opaque(prefix) == value)
        try reader.finish()
        var short = Reader(writer.bytes.dropLast())
        #expect(throws: CodecError.truncated) { try short.opaque(prefix) }
    }

    @Test(
        arguments: [
            (LengthPrefix.uint8, [0xFF]), (.uint16, [0xFF, 0xFF]), (.uint32, [0xFF, 0xFF, 0xFF, 0xFF]),
            (.variable, [0xBF, 0xFF, 0xFF, 0xFF]),
        ] as [(LengthPrefix, [UInt8])])
    func aLengthBeyondWhatIsLeftIsTruncatedBeforeAnythingIsAllocated(prefix: LengthPrefix, bytes: [UInt8]) {
        var reader = Reader(bytes + [1, 2, 3])
        #expect(throws: CodecError.truncated) { try reader.opaque(prefix) }
    }

    @Test func aLengthOutsideItsBoundsIsRefusedWhateverFollows() throws {
        for (count, isAllowed) in [(1, false), (2, true), (4, true), (5, false)] {
            let bytes = [UInt8(count)] + [UInt8](repeating: 0, count: count)
            var reader = Reader(bytes)
            if isAllowed {
                #expect(try reader.opaque(.uint8, in: 2...4).count == count)
            } else {
                #expect(throws: CodecError.lengthOutOfBounds) { try reader.opaque(.uint8, in: 2...4) }
            }
        }
    }
}
