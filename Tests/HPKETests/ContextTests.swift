import HPKE
import Sodium
import TestSupport
import Testing

@Suite struct ContextTests {
    @Test(arguments: HPKESuite.all) func manyMessagesOpenInTheirOrder(_ suite: HPKESuite) throws {
        var ends = try Ends(suite)
        for number in 0..<300 {
            let plaintext = [UInt8](counting: number)
            let sealed = try ends.sender.seal(plaintext.span, authenticating: [UInt8(truncatingIfNeeded: number)].span)
            let opened = try ends.recipient.open(sealed.span, authenticating: [UInt8(truncatingIfNeeded: number)].span)
            #expect(opened.array == plaintext)
        }
    }

    @Test(arguments: HPKESuite.all) func aMessageOutOfItsOrderIsRefusedAndChangesNothing(_ suite: HPKESuite) throws {
        var ends = try Ends(suite)
        let first = try ends.sender.seal([1].span, authenticating: Span())
        let second = try ends.sender.seal([2].span, authenticating: Span())
        #expect(first != second)
        #expect(throws: HPKEError.doesNotOpen) { _ = try ends.recipient.open(second.span, authenticating: Span()) }
        #expect(throws: HPKEError.doesNotOpen) { _ = try ends.recipient.open(Span(), authenticating: Span()) }
        #expect(try ends.recipient.open(first.span, authenticating: Span()).array == [1])
        #expect(throws: HPKEError.doesNotOpen) { _ = try ends.recipient.open(first.span, authenticating: Span()) }
        #expect(try ends.recipient.open(second.span, authenticating: Span()).array == [2])
    }

    @Test(arguments: HPKESuite.all) func bothEndsExportTheSame(_ suite: HPKESuite) throws {
        let ends = try Ends(suite, psk: .test())
        let secret = try ends.sender.export(context: [1].span, byteCount: 48).array
        #expect(secret.count == 48)
        #expect(try ends.recipient.export(context: [1].span, byteCount: 48).array == secret)
        #expect(try ends.recipient.export(context: [2].span, byteCount: 48).array != secret)
        #expect(try ends.recipient.export(context: [1].span, byteCount: 47).array != Array(secret.prefix(47)))
        #expect(try ends.recipient.export(context: [1].span, byteCount: 0).array == [])
    }

    @Test func exportsUpToTheLimitAndNotBeyond() throws {
        let ends = try Ends(.classical)
        let most = KDF.hkdfSHA256.outputByteCountMax
        #expect(try ends.sender.export(context: Span(), byteCount: most).byteCount == most)
        for count in [most + 1, 65_535, 65_536, Int.max, -1, Int.min] {
            #expect(throws: HPKEError.outputTooLong) { _ = try ends.sender.export(context: Span(), byteCount: count) }
            #expect(throws: HPKEError.outputTooLong) {
                _ = try ends.recipient.export(context: Span(), byteCount: count)
            }
        }
        let key = KEMSecretKey.random(.x25519)
        #expect(throws: HPKEError.outputTooLong) {
            _ = try HPKESuite.classical.exportSecret(
                to: key.publicKey, info: Span(), context: Span(), byteCount: most + 1)
        }
    }

    @Test(arguments: HPKESuite.all) func theSequenceNumberNeverWraps(_ suite: HPKESuite) throws {
        var ends = try Ends(suite)
        ends.sender.skip(to: .max - 1)
        ends.recipient.skip(to: .max - 1)
        let last = try ends.sender.seal([1].span, authenticating: Span())
        #expect(try ends.recipient.open(last.span, authenticating: Span()).array == [1])
        for _ in 0..<2 {
            #expect(throws: HPKEError.messageLimitReached) {
                _ = try ends.sender.seal([1].span, authenticating: Span())
            }
            #expect(throws: HPKEError.messageLimitReached) {
                _ = try ends.recipient.open(last.span, authenticating: Span())
            }
        }
        #expect(try ends.sender.export(context: Span(), byteCount: 32).byteCount == 32)
    }

    @Test func skippingNeverGoesBack() throws {
        var ends = try Ends(.classical)
        ends.sender.skip(to: 5)
        let fifth = try ends.sender.seal([1].span, authenticating: Span())
        ends.sender.skip(to: 0)
        let sixth = try ends.sender.seal([1].span, authenticating: Span())
        ends.recipient.skip(to: 5)
        #expect(try ends.recipient.open(fifth.span, authenticating: Span()).array == [1])
        #expect(try ends.recipient.open(sixth.span, authenticating: Span()).array == [1])
    }
}
