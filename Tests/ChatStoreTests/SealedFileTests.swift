import ChatStore
import Sodium
import TestSupport
import Testing

/// Small files of a home, under the store key.
struct SealedFileTests {
    private let secret = Array("the name that she goes by".utf8)

    private func open(_ file: [UInt8], as name: String, under key: borrowing StoreKey) -> [UInt8]? {
        guard let opened = SealedFile.open(file.span, as: name, under: key) else { return nil }
        return opened.withBytes { span in span.indices.map { span[$0] } }
    }

    @Test func aFileComesBackUnderItsNameAndKeyAlone() {
        let key = StoreKey()
        let file = SealedFile.seal(secret.span, as: "hello", under: key)
        #expect(file.count == secret.count + SealedFile.overheadByteCount)
        #expect(open(file, as: "hello", under: key) == secret)
        #expect(open(file, as: "hell", under: key) == nil)
        #expect(open(file, as: "pins", under: key) == nil)
        #expect(open(file, as: "hello", under: StoreKey()) == nil)
        #expect(SealedFile.seal(secret.span, as: "hello", under: key) != file)
        #expect(open(SealedFile.seal([UInt8]().span, as: "", under: key), as: "", under: key) == [])
    }

    @Test func noFlippedBitAndNoOtherLengthOpens() {
        let key = StoreKey()
        let file = SealedFile.seal(secret.span, as: "hello", under: key)
        for bit in 0..<(8 * file.count) { #expect(open(file.flipping(bit: bit), as: "hello", under: key) == nil) }
        for count in 0..<file.count { #expect(open(Array(file.prefix(count)), as: "hello", under: key) == nil) }
        #expect(open(file + [0], as: "hello", under: key) == nil)
    }

    @Test(arguments: [
        ("sotto sealed file 1\n", SealedFile.Form.sealed), ("sotto sealed file 2\n", .newerVersion),
        ("sotto sealed file 17\nx", .newerVersion), ("sotto sealed file 0\n", .other),
        ("sotto sealed file 2", .other), ("sotto sealed file \n", .other), ("sotto key file 1\nI", .other),
        ("", .other),
        ("sotto sealed file 99999999999\n", .other),
    ])
    func tellsWhatAFileIs(_ beginning: String, _ form: SealedFile.Form) {
        #expect(SealedFile.form(of: Array(beginning.utf8).span) == form)
    }

    /// The format by its description, not by the code: it can't change unnoticed.
    @Test func opensWhatIsSealedAsDescribed() throws {
        let key = StoreKey()
        let nonce = [UInt8](counting: 24)
        let sealed = try Described.sealed(
            secret, Described.derived(key.bytes, "sotto store files 1\0"), nonce: nonce,
            Array("sotto store file 1\0pins".utf8))
        let file = Array("sotto sealed file 1\n".utf8) + nonce + sealed
        #expect(open(file, as: "pins", under: key) == secret)
    }
}
