import TLSCodec
import TestSupport
import Testing

@Suite struct ShelfTests {
    static let shelf = Shelf(
        colour: .blue, label: [7], note: [8, 9], numbers: [1, 0xABCD], boxes: [Shelf.Box([]), Shelf.Box([[], [5]])])
    static let bytes: [UInt8] =
        [2, 3] + [1, 7] + [1, 2, 8, 9] + [4, 0, 1, 0xAB, 0xCD] + [5, 0, 3, 0, 1, 5]

    @Test func everyFieldIsWrittenAndRead() throws {
        #expect(try Self.shelf.encoded() == Self.bytes)
        #expect(try Shelf(decoding: Self.bytes) == Self.shelf)
        #expect(try Shelf(decoding: Self.bytes.span) == Self.shelf)
        #expect(try Shelf(decoding: Shelf().encoded()) == Shelf())
    }

    @Test func everyShorterInputIsTruncatedAndOneByteMoreIsRefused() {
        for count in Self.bytes.indices {
            #expect(throws: CodecError.truncated) { try Shelf(decoding: Array(Self.bytes.prefix(count))) }
        }
        #expect(throws: CodecError.trailingBytes) { try Shelf(decoding: Self.bytes + [0]) }
    }

    @Test(arguments: [0, 2, 0x0202, 0x0204, 0xFFFF] as [UInt16])
    func aNumberThatTheEnumerationDoesNotHaveIsRefused(number: UInt16) throws {
        var writer = Writer()
        writer.integer(number)
        #expect(throws: CodecError.invalidValue) { try Shelf.Colour(decoding: writer.bytes) }
    }

    @Test(arguments: 2...0xFF as ClosedRange<UInt8>) func presenceIsZeroOrOne(presence: UInt8) {
        #expect(throws: CodecError.invalidValue) { try Shelf.Label?(decoding: [presence, 1, 2]) }
        #expect(throws: CodecError.invalidValue) { try Shelf.Label?(decoding: [presence]) }
    }

    @Test func anOptionalIsThereOrNot() throws {
        #expect(try Shelf.Label?(decoding: [0]) == .some(nil))
        #expect(try Shelf.Label?(decoding: [1, 1, 2]) == Shelf.Label([2]))
        #expect(try Shelf.Label?.none.encoded() == [0])
        #expect(try Shelf.Label?.some(Shelf.Label([2])).encoded() == [1, 1, 2])
        #expect(throws: CodecError.trailingBytes) { try Shelf.Label?(decoding: [0, 0]) }
        #expect(throws: CodecError.truncated) { try Shelf.Label?(decoding: []) }
        #expect(throws: CodecError.truncated) { try Shelf.Label?(decoding: [1]) }
    }

    @Test func whateverDecodesEncodesToTheSameBytes() throws {
        var random = SeededRandom.announced()
        var decoded = 0
        for _ in 0..<50_000 {
            var bytes = Self.bytes
            for _ in 0..<Int.random(in: 0...2, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = .random(in: 0...255, using: &random)
            }
            guard let shelf = try? Shelf(decoding: bytes) else { continue }
            decoded += 1
            #expect(try shelf.encoded() == bytes)
        }
        #expect(decoded > 1_000)
    }
}
