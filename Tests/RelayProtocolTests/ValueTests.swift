import Identity
import RelayProtocol
import TLSCodec
import TestSupport
import Testing

@Suite struct ValueTests {
    @Test func thirtyTwoBytesAreThirtyTwoBytes() throws {
        let bytes = [UInt8](counting: 32)
        #expect(RoomID(bytes)?.bytes == bytes)
        #expect(try RoomID(decoding: bytes).encoded() == bytes)
        for count in [0, 31, 33] { #expect(RoomID([UInt8](counting: count)) == nil) }
        for count in [0, 15, 17] { #expect(InboxToken([UInt8](counting: count)) == nil) }
        #expect(InboxToken([UInt8](counting: 16))?.bytes == [UInt8](counting: 16))
    }

    @Test func eachOf256BitsTellsOneRoomFromAnother() {
        let rooms = (0..<256).compactMap { RoomID([UInt8](counting: 32).flipping(bit: $0)) } + [Known.room]
        #expect(Set(rooms).count == 257)
    }

    @Test func nothingComesAfterTheLastNumber() {
        #expect(EntryNumber.none.next == .first)
        #expect(EntryNumber(.max).next == nil)
        #expect(EntryNumber(.max - 1) < EntryNumber(.max))
    }

    /// Two encodings of one value would be two names of one entry.
    @Test func aChoiceIsOneOfThoseThatThereAre() {
        let name: [UInt8] = [3] + Array("ann".utf8)
        for tag: UInt8 in [0, 3, 0xFF] {
            #expect(throws: CodecError.invalidValue) { try DirectoryTarget(decoding: [tag] + name) }
        }
        for flag: UInt8 in [2, 0xFF] {
            #expect(throws: CodecError.invalidValue) { try KeyPackageCount(decoding: [0, 1, flag]) }
            #expect(throws: CodecError.invalidValue) { try SetInboxToken(decoding: [flag] + Known.token.bytes) }
        }
        for reason: UInt8 in [0, 4, 0xFF] {
            #expect(throws: CodecError.invalidValue) { try WithheldReason(decoding: [reason]) }
        }
        #expect(WithheldReason.allCases.map(\.rawValue) == [1, 2, 3])
    }

    @Test(arguments: ["Ann", "änn", ".ann", "a b", "ann\0", "@ann"]) func whatIsNoNameIsRefused(text: String) {
        let bytes = [UInt8(text.utf8.count)] + Array(text.utf8)
        #expect(throws: CodecError.invalidValue) { try ClaimName(decoding: bytes) }
        #expect(throws: CodecError.invalidValue) { try LookUp(decoding: [1] + bytes) }
        #expect(throws: CodecError.invalidValue) { try FoundName(decoding: bytes) }
    }

    @Test func namesAreUTF8() {
        #expect(throws: CodecError.invalidValue) { try ClaimName(decoding: [2, 0x61, 0xFF]) }
    }
}
