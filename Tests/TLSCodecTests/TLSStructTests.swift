import TLSCodec
import TestSupport
import Testing

@Suite struct TLSStructTests {
    static let bytes: [UInt8] =
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] + [1, 2, 3, 4] + [1, 1] + [0, 1, 0xAA]
        + [0, 0, 0, 2, 0xBB, 0xBC] + [0] + [1, 0x12, 0x34] + [1]

    @Test func fieldsNamedOnceAreWrittenInTheirOrder() throws {
        #expect(try Envelope(choice: .number(0x1234)).encoded() == Self.bytes)
    }

    @Test func fieldsNamedOnceAreReadInTheirOrder() throws {
        #expect(try Envelope(decoding: Self.bytes) == Envelope(choice: .number(0x1234)))
        #expect(try Envelope(decoding: Self.bytes.span) == Envelope(choice: .number(0x1234)))
    }

    @Test func everyShorterInputIsTruncatedAndOneByteMoreIsRefused() {
        for count in Self.bytes.indices {
            #expect(throws: CodecError.truncated) { try Envelope(decoding: Array(Self.bytes.prefix(count))) }
        }
        #expect(throws: CodecError.trailingBytes) { try Envelope(decoding: Self.bytes + [0]) }
    }

    @Test func aStructureTakenFromAReaderLeavesTheRest() throws {
        var reader = Reader(Self.bytes + [7])
        _ = try Envelope(from: &reader)
        #expect(reader.remainingByteCount == 1)
        #expect(try reader.integer(UInt8.self) == 7)
    }

    @Test func aValueThatBreaksItsOwnRulesIsNotWritten() {
        #expect(throws: CodecError.lengthOutOfBounds) { try Envelope(name: []).encoded() }
        #expect(throws: CodecError.lengthOutOfBounds) { try Envelope(mark: [1, 2, 3]).encoded() }
        #expect(throws: CodecError.lengthOutOfBounds) { try Envelope(mark: [1, 2, 3, 4, 5]).encoded() }
    }

    @Test(arguments: [1, 64]) func aNameAtItsBoundPasses(count: Int) throws {
        let envelope = Envelope(name: Array(repeating: 9, count: count))
        #expect(try Envelope(decoding: envelope.encoded()) == envelope)
    }

    @Test(arguments: [0, 65]) func aNameOnePastItsBoundIsRefusedInBothDirections(count: Int) throws {
        #expect(throws: CodecError.lengthOutOfBounds) {
            try Envelope(name: Array(repeating: 9, count: count)).encoded()
        }
        let name = [UInt8(count)] + [UInt8](repeating: 9, count: count)
        let bytes = Self.bytes[..<19] + name + Self.bytes[21...]
        #expect(throws: CodecError.lengthOutOfBounds) { try Envelope(decoding: Array(bytes)) }
    }

    @Test func anUnknownChoiceIsRefused() {
        var bytes = Self.bytes
        bytes[bytes.count - 4] = 2
        #expect(throws: CodecError.invalidValue) { try Envelope(decoding: bytes) }
    }

    @Test func aFlagIsZeroOrOne() throws {
        let start = Array(Self.bytes.dropLast())
        for isSealed in [false, true] {
            let envelope = Envelope(choice: .number(0x1234), isSealed: isSealed)
            #expect(try envelope.encoded() == start + [isSealed ? 1 : 0])
            #expect(try Envelope(decoding: envelope.encoded()) == envelope)
        }
        for byte in UInt8(2)...255 {
            #expect(throws: CodecError.invalidValue) { try Envelope(decoding: start + [byte]) }
        }
    }

    @Test func nestedStructuresAppendToWhatStoodBefore() throws {
        var writer = Writer(reserving: 64)
        writer.integer(UInt16(0xFFFF))
        try Envelope(choice: .number(0x1234)).encode(into: &writer)
        #expect(writer.bytes == [0xFF, 0xFF] + Self.bytes)
    }

    @Test func whateverDecodesEncodesToTheSameBytes() throws {
        var random = SeededRandom.announced()
        var decoded = 0
        for _ in 0..<20_000 {
            var bytes = Self.bytes
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
            }
            if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0...bytes.count, using: &random)) }
            guard let envelope = try? Envelope(decoding: bytes) else { continue }
            decoded += 1
            #expect(try envelope.encoded() == bytes)
        }
        #expect(decoded > 1_000)
    }
}
