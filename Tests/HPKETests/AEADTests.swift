import HPKE
import Sodium
import TestSupport
import Testing

@Suite struct AEADTests {
    /// Test case 4 of the GCM specification (McGrew and Viega), and RFC 8439 §2.8.2.
    @Test(arguments: [
        (
            AEAD.aes128GCM, "feffe9928665731c6d6a8f9467308308", "cafebabefacedbaddecaf888",
            "feedfacedeadbeeffeedfacedeadbeefabaddad2",
            "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525"
                + "b16aedf5aa0de657ba637b39",
            "42831ec2217774244b7221b784d0d49ce3aa212f2c02a4e035c17e2329aca12e21d514b25466931c7d8f6a5aac84aa05"
                + "1ba30b396a0aac973d58e0915bc94fbc3221a5db94fae95ae7121a47"
        ),
        (
            AEAD.chaCha20Poly1305, [UInt8](0x80...0x9f).hex, "070000004041424344454647", "50515253c0c1c2c3c4c5c6c7",
            "4c616469657320616e642047656e746c656d656e206f662074686520636c617373206f66202739393a20496620492063"
                + "6f756c64206f6666657220796f75206f6e6c79206f6e652074697020666f7220746865206675747572652c2073756e73"
                + "637265656e20776f756c642062652069742e",
            "d31a8d34648e60db7b86afbc53ef7ec2a4aded51296e08fea9e2b5a736ee62d63dbea45e8ca9671282fafb69da92728b"
                + "1a71de0a9e060b2905d6a5b67ecd3b3692ddbd7f2d778b8c9803aee328091b58fab324e4fad675945585808b4831d7bc"
                + "3ff4def08e4b7a9de576d26586cec64b61161ae10b594f09e26a7e902ecbd0600691"
        ),
    ])
    func givesPublishedValues(_ aead: AEAD, key: String, nonce: String, data: String, plaintext: String, sealed: String)
        throws
    {
        let (key, nonce, data) = ([UInt8](hex: key), [UInt8](hex: nonce), [UInt8](hex: data))
        let text = [UInt8](hex: plaintext)
        #expect(
            try aead.seal(text.span, key: key.span, nonce: nonce.span, authenticating: data.span).hex == sealed)
        let opened = try aead.open(
            [UInt8](hex: sealed).span, key: key.span, nonce: nonce.span, authenticating: data.span)
        #expect(opened.array == text)
    }

    @Test(arguments: AEAD.allCases) func refusesKeysAndNoncesOfAnotherLength(_ aead: AEAD) throws {
        let key = [UInt8](counting: aead.keyByteCount)
        let nonce = [UInt8](counting: aead.nonceByteCount)
        let sealed = try aead.seal([1].span, key: key.span, nonce: nonce.span, authenticating: Span())
        let wrong =
            [(key + [0], nonce), (Array(key.dropLast()), nonce), ([], nonce)]
            + [(key, nonce + [0]), (key, Array(nonce.dropLast())), (key, [])]
        for (key, nonce) in wrong {
            #expect(throws: HPKEError.wrongLength) {
                try aead.seal([1].span, key: key.span, nonce: nonce.span, authenticating: Span())
            }
            #expect(throws: HPKEError.wrongLength) {
                _ = try aead.open(sealed.span, key: key.span, nonce: nonce.span, authenticating: Span())
            }
        }
    }

    @Test(arguments: AEAD.allCases, 0...16) func refusesWhatIsNoLongerThanATag(_ aead: AEAD, count: Int) {
        let key = [UInt8](counting: aead.keyByteCount)
        let nonce = [UInt8](counting: aead.nonceByteCount)
        #expect(throws: HPKEError.doesNotOpen) {
            _ = try aead.open(
                [UInt8](counting: count).span, key: key.span, nonce: nonce.span, authenticating: Span())
        }
    }

    @Test(arguments: AEAD.allCases) func anEmptyPlaintextIsAuthenticated(_ aead: AEAD) throws {
        let key = [UInt8](counting: aead.keyByteCount)
        let nonce = [UInt8](counting: aead.nonceByteCount)
        let sealed = try aead.seal(Span(), key: key.span, nonce: nonce.span, authenticating: [1].span)
        #expect(sealed.count == aead.tagByteCount)
        #expect(try aead.open(sealed.span, key: key.span, nonce: nonce.span, authenticating: [1].span).byteCount == 0)
        #expect(throws: HPKEError.doesNotOpen) {
            _ = try aead.open(sealed.span, key: key.span, nonce: nonce.span, authenticating: [2].span)
        }
    }
}
