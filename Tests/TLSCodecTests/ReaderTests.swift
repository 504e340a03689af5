import TLSCodec
import TestSupport
import Testing

@Suite struct ReaderTests {
    @Test func integersAreBigEndian() throws {
        var writer = Writer()
        writer.integer(UInt8(0x01))
        writer.integer(UInt16(0x0203))
        writer.integer(UInt32(0x0405_0607))
        writer.integer(UInt64(0x0809_0A0B_0C0D_0E0F))
        #expect(writer.bytes == Array(1...15))
        var reader = Reader(writer.bytes)
        #expect(try reader.integer(UInt8.self) == 0x01)
        #expect(try reader.integer(UInt16.self) == 0x0203)
        #expect(try reader.integer(UInt32.self) == 0x0405_0607)
        #expect(try reader.integer(UInt64.self) == 0x0809_0A0B_0C0D_0E0F)
        try reader.finish()
    }

    @Test(arguments: [UInt64.min, 1, 1 << 63, .max])
    func extremeIntegersComeBack(value: UInt64) throws {
        var writer = Writer()
        writer.integer(value)
        var reader = Reader(writer.bytes)
        #expect(try reader.integer(UInt64.self) == value)
    }

    @Test func anIntegerThatIsNotAllThereIsTruncated() {
        for count in 0..<8 {
            var reader = Reader([UInt8](repeating: 1, count: count))
            #expect(throws: CodecError.truncated) { try reader.integer(UInt64.self) }
        }
    }

    @Test func fixedBytesAreTakenExactly() throws {
        var reader = Reader([1, 2, 3])
        #expect(try reader.fixed(0) == [])
        #expect(try reader.fixed(2) == [1, 2])
        #expect(throws: CodecError.trailingBytes) { try reader.finish() }
        #expect(throws: CodecError.truncated) { try reader.fixed(2) }
        #expect(throws: CodecError.truncated) { try reader.fixed(-1) }
        #expect(throws: CodecError.truncated) { try reader.fixed(.max) }
        #expect(try reader.fixed(1) == [3])
        try reader.finish()
    }

    @Test func anEmptyInputHasNothing() throws {
        var reader = Reader([UInt8]())
        try reader.finish()
        #expect(throws: CodecError.truncated) { try reader.integer(UInt8.self) }
        #expect(throws: CodecError.truncated) { try reader.opaque(.variable) }
    }

    @Test func randomBytesNeverTrap() {
        var random = SeededRandom.announced()
        for _ in 0..<20_000 {
            var reader = Reader(random.bytes(count: .random(in: 0...40, using: &random)))
            for _ in 0..<4 {
                let prefix = LengthPrefix.allCases[Int.random(in: 0..<4, using: &random)]
                let before = reader.remainingByteCount
                if let taken = try? reader.opaque(prefix) { #expect(taken.count < before) }
            }
        }
    }
}
