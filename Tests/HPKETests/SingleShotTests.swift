import HPKE
import Sodium
import TestSupport
import Testing

@Suite struct SingleShotTests {
    @Test(arguments: HPKESuite.all) func whatIsSealedOpens(_ suite: HPKESuite) throws {
        #expect(try SealedCase(suite).open() == SealedCase.plaintext)
        #expect(try SealedCase(suite, psk: .test()).open() == SealedCase.plaintext)
    }

    @Test func theExampleOfTheDocumentationDelivers() throws {
        let letter = [UInt8](counting: 40)
        #expect(try deliver(letter).array == letter)
    }

    // Stands in the documentation of HPKESuite word for word.
    func deliver(_ letter: [UInt8]) throws(HPKEError) -> SecretBytes {
        let suite = HPKESuite(kem: .xWing, kdf: .hkdfSHA256, aead: .chaCha20Poly1305)
        let key = KEMSecretKey.random(suite.kem)  // key.publicKey is for whoever seals
        let info = Array("letters of my program 1".utf8)  // what this use is for
        let sealed = try suite.seal(letter.span, to: key.publicKey, info: info.span, authenticating: Span())
        return try suite.open(sealed, with: key, info: info.span, authenticating: Span())
    }

    @Test(arguments: HPKESuite.all, [0, 1, 14, 15, 16, 32, 65_536]) func anyLengthOpens(_ suite: HPKESuite, count: Int)
        throws
    {
        let key = KEMSecretKey.random(suite.kem)
        let plaintext = [UInt8](counting: count)
        let nothing = [UInt8]()
        let sealed = try suite.seal(plaintext.span, to: key.publicKey, info: nothing.span, authenticating: nothing.span)
        #expect(sealed.encapsulation.count == suite.kem.encapsulationByteCount)
        #expect(sealed.ciphertext.count == count + suite.aead.tagByteCount)
        #expect(try suite.open(sealed, with: key, info: nothing.span, authenticating: nothing.span).array == plaintext)
    }

    @Test(arguments: HPKESuite.all) func refusesEveryFlippedBitOfACiphertext(_ suite: HPKESuite) throws {
        let sealed = try SealedCase(suite)
        for bit in 0..<(sealed.sealed.ciphertext.count * 8) {
            let other = sealed.changing { $0.sealed = $0.sealed.flipping(bit: bit) }
            #expect(throws: HPKEError.doesNotOpen) { try other.open() }
        }
    }

    @Test(arguments: HPKESuite.all) func refusesAFlippedBitOfAnEncapsulation(_ suite: HPKESuite) throws {
        let sealed = try SealedCase(suite)
        let bits = suite.kem.encapsulationByteCount * 8
        // Every bit of the X25519 share, which stands at the end; some of ML-KEM's ciphertext.
        for bit in Array(stride(from: 0, to: bits - 256, by: 311)) + Array((bits - 256)..<bits) {
            // X-Wing masks the share's last bit and, unlike DHKEM, hashes it: both refuse.
            let other = sealed.changing { $0.sealed = $0.sealed.flipping(encapsulationBit: bit) }
            #expect(throws: HPKEError.doesNotOpen) { try other.open() }
        }
    }

    @Test(arguments: HPKESuite.all) func refusesWhatWasSealedElsewhere(_ suite: HPKESuite) throws {
        let sealed = try SealedCase(suite, psk: .test())
        let changes: [(inout SealedCase) throws -> Void] = [
            { $0.key = .random(suite.kem) }, { $0.info += [0] }, { $0.info = [] }, { $0.data += [0] }, { $0.data = [] },
            { $0.psk = nil }, { $0.psk = try .test(8) }, { $0.psk = try .test(id: "whos") },
            { $0.sealed = try SealedCase(suite, psk: .test()).sealed.replacing(ciphertext: $0.sealed.ciphertext) },
            { $0.suite = HPKESuite(kem: suite.kem, kdf: suite.kdf, aead: suite.aead.other) },
        ]
        for change in changes {
            let other = try sealed.changing(change)
            #expect(throws: HPKEError.doesNotOpen) { try other.open() }
        }
        let base = try SealedCase(suite).changing { $0.psk = try .test() }
        #expect(throws: HPKEError.doesNotOpen) { try base.open() }
    }

    @Test(arguments: HPKESuite.all) func refusesACiphertextShorterThanATag(_ suite: HPKESuite) throws {
        let sealed = try SealedCase(suite)
        for count in 0...16 {
            let other = sealed.changing {
                $0.sealed = $0.sealed.replacing(ciphertext: Array($0.sealed.ciphertext.prefix(count)))
            }
            #expect(throws: HPKEError.doesNotOpen) { try other.open() }
        }
    }

    @Test(arguments: HPKESuite.all) func refusesAnEncapsulationOfAnotherLength(_ suite: HPKESuite) throws {
        let sealed = try SealedCase(suite)
        for encapsulation in [[], Array(sealed.sealed.encapsulation.dropLast()), sealed.sealed.encapsulation + [0]] {
            let other = sealed.changing {
                $0.sealed = HPKECiphertext(encapsulation: encapsulation, ciphertext: $0.sealed.ciphertext)
            }
            #expect(throws: HPKEError.wrongLength) { try other.open() }
        }
    }

    @Test(arguments: HPKESuite.all) func refusesAKeyOfAnotherKEM(_ suite: HPKESuite) throws {
        let other: KEM = suite.kem == .x25519 ? .xWing : .x25519
        let sealed = try SealedCase(suite).changing { $0.key = .random(other) }
        #expect(throws: HPKEError.wrongKEM) { try sealed.open() }
        #expect(throws: HPKEError.wrongKEM) {
            try suite.seal([1].span, to: sealed.key.publicKey, info: [1].span, authenticating: [1].span)
        }
    }

    @Test(arguments: AEAD.allCases) func theSameRandomnessSealsTheSame(_ aead: AEAD) throws {
        let suite = HPKESuite(kem: .x25519, kdf: .hkdfSHA256, aead: aead)
        let key = KEMSecretKey.random(.x25519)
        func seal(_ random: RandomSource) throws -> HPKECiphertext {
            try suite.seal([1, 2].span, to: key.publicKey, info: [3].span, authenticating: [4].span, random: random)
        }
        #expect(try seal(.fixed([1, 2, 3])) == seal(.fixed([1, 2, 3])))
        #expect(try seal(.fixed([1, 2, 3])) != seal(.fixed([1, 2, 4])))
        #expect(try seal(.system) != seal(.system))
    }
}

extension HPKECiphertext {
    fileprivate func replacing(ciphertext: [UInt8]) -> HPKECiphertext {
        HPKECiphertext(encapsulation: encapsulation, ciphertext: ciphertext)
    }

    fileprivate func flipping(bit: Int) -> HPKECiphertext { replacing(ciphertext: ciphertext.flipping(bit: bit)) }

    fileprivate func flipping(encapsulationBit bit: Int) -> HPKECiphertext {
        HPKECiphertext(encapsulation: encapsulation.flipping(bit: bit), ciphertext: ciphertext)
    }
}

extension AEAD {
    fileprivate var other: AEAD { self == .aes128GCM ? .chaCha20Poly1305 : .aes128GCM }
}
