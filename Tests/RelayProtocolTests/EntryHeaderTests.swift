import RelayProtocol
import TLSCodec
import Testing

@Suite struct EntryHeaderTests {
    /// Every kind and flag that a byte can say, at parents 0, 1 and the greatest, with and without a key.
    @Test(arguments: [0, 1, UInt64.max], [false, true])
    func aHeaderIsReadOnlyIfItsPartsFit(parent: UInt64, hasKey: Bool) throws {
        var wrong: [String] = []
        for kind in 0...UInt8.max {
            for flags in 0...UInt8.max {
                let bytes = Self.bytes(kind: kind, flags: flags, parent: parent, hasKey: hasKey)
                let read = try? EntryHeader(decoding: bytes).encoded()
                let expected = Self.fits(kind: kind, flags: flags, parent: parent, hasKey: hasKey) ? bytes : nil
                if read != expected { wrong.append("kind \(kind), flags \(flags)") }
            }
        }
        #expect(wrong == [])
    }

    @Test func aHeaderOfAnotherVersionIsRefused() {
        for version: [UInt8] in [[0, 0], [0, 2], [1, 0], [1, 1], [0xFF, 0xFF]] {
            let bytes = version + Self.bytes(kind: 3, flags: 0, parent: 1, hasKey: false).dropFirst(2)
            #expect(throws: CodecError.invalidValue) { try EntryHeader(decoding: bytes) }
        }
    }

    @Test func whatCouldNotBeReadIsNotWritten() {
        let key = Known.accessKey
        let impossible: [EntryHeader] = [
            .message(parent: .none), .proposal(parent: .none), .commit(parent: .none, accessKey: key),
            .commit(parent: .first, accessKey: key, flags: EntryFlags(rawValue: 4)),
            .commit(parent: .first, accessKey: key, flags: EntryFlags(rawValue: 0x81)),
        ]
        for header in impossible { #expect(throws: CodecError.invalidValue) { try header.encoded() } }
    }

    @Test func onlyWhatBeginsAnEpochHasAPublicState() throws {
        let state = PublicState(blob: [1])
        for header: EntryHeader in [.message(parent: .first), .proposal(parent: .first)] {
            let append = Append(room: Known.room, entry: Entry(header: header, body: [1]), publicState: state)
            #expect(throws: CodecError.invalidValue) { try append.encoded() }
            let bytes = try Append(room: Known.room, entry: append.entry).encoded().dropLast() + [1] + state.encoded()
            #expect(throws: CodecError.invalidValue) { try Append(decoding: Array(bytes)) }
        }
    }

    private static func bytes(kind: UInt8, flags: UInt8, parent: UInt64, hasKey: Bool) -> [UInt8] {
        let parentBytes = (0..<8).map { UInt8(truncatingIfNeeded: parent >> UInt64(56 - 8 * $0)) }
        return [0, 1, kind, flags] + parentBytes + (hasKey ? [UInt8](repeating: 0xA1, count: 32) : [])
    }

    private static func fits(kind: UInt8, flags: UInt8, parent: UInt64, hasKey: Bool) -> Bool {
        switch kind {
        case 1: hasKey && flags == 0 && parent == 0
        case 2: hasKey && flags <= 3 && parent != 0
        case 3, 4: !hasKey && flags == 0 && parent != 0
        default: false
        }
    }
}
