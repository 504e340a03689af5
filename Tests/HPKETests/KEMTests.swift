import HPKE
import Sodium
import TestSupport
import Testing

@Suite struct KEMTests {
    @Test(arguments: KEM.allCases) func itsSizesAreWhatItGives(_ kem: KEM) throws {
        let key = KEMSecretKey.random(kem)
        #expect(key.kem == kem)
        #expect(key.publicKey.bytes.count == kem.publicKeyByteCount)
        #expect(key.withBytes { $0.count } == kem.secretKeyByteCount)
        let sent = try kem.encapsulate(to: key.publicKey, random: .system)
        #expect(sent.encapsulation.count == kem.encapsulationByteCount)
        #expect(sent.sharedSecret.byteCount == kem.sharedSecretByteCount)
        #expect(try kem.decapsulate(sent.encapsulation.span, with: key).array == sent.sharedSecret.array)
    }

    @Test(arguments: KEM.allCases) func aKeyComesBackFromItsBytes(_ kem: KEM) throws {
        let key = KEMSecretKey.random(kem)
        let again = try key.withBytes { try KEMSecretKey(kem, copying: $0) }
        #expect(again.publicKey == key.publicKey)
        #expect(again.secretHex == key.secretHex)
    }

    @Test(arguments: KEM.allCases) func refusesKeysOfAnotherLength(_ kem: KEM) {
        for count in [0, kem.publicKeyByteCount - 1, kem.publicKeyByteCount + 1] {
            #expect(throws: HPKEError.wrongLength) { try KEMPublicKey(kem, [UInt8](counting: count)) }
        }
        for count in [0, kem.secretKeyByteCount - 1, kem.secretKeyByteCount + 1] {
            #expect(throws: HPKEError.wrongLength) { try KEMSecretKey(kem, copying: [UInt8](counting: count).span) }
        }
    }

    @Test(arguments: KEM.allCases) func derivesOneKeyFromOneInput(_ kem: KEM) throws {
        let key = try KEMSecretKey.derive(kem, from: [UInt8](counting: 32).span)
        #expect(try KEMSecretKey.derive(kem, from: [UInt8](counting: 32).span).publicKey == key.publicKey)
        #expect(try KEMSecretKey.derive(kem, from: [UInt8](counting: 33).span).publicKey != key.publicKey)
        #expect(key.secretHex != [UInt8](counting: 32).hex)
        for count in [0, 31] {
            #expect(throws: HPKEError.wrongLength) {
                try KEMSecretKey.derive(kem, from: [UInt8](counting: count).span)
            }
        }
    }

    @Test(arguments: KEM.allCases) func randomKeysFollowTheirSource(_ kem: KEM) {
        #expect(KEMSecretKey.random(kem, from: .fixed([5])).secretHex == String(repeating: "05", count: 32))
        #expect(KEMSecretKey.random(kem).publicKey != KEMSecretKey.random(kem).publicKey)
    }

    @Test(arguments: LowOrder.points) func refusesLowOrder(_ point: [UInt8]) throws {
        let key = KEMSecretKey.random(.x25519)
        #expect(throws: HPKEError.invalidEncapsulation) { _ = try KEM.x25519.decapsulate(point.span, with: key) }
        let peer = try KEMPublicKey(.x25519, point)
        #expect(throws: HPKEError.invalidPublicKey) { _ = try KEM.x25519.encapsulate(to: peer, random: .system) }
        #expect(throws: HPKEError.invalidPublicKey) {
            _ = try HPKESuite.classical.setupSender(to: peer, info: Span())
        }
        #expect(throws: HPKEError.invalidEncapsulation) {
            _ = try HPKESuite.classical.setupRecipient(encapsulation: point.span, with: key, info: Span())
        }
    }

    @Test func refusesAPublicKeyThatIsNoMLKEMKey() throws {
        var bytes = KEMSecretKey.random(.xWing).publicKey.bytes
        bytes.replaceSubrange(0..<3, with: [0xff, 0xff, 0xff])
        let key = try KEMPublicKey(.xWing, bytes)
        #expect(throws: HPKEError.invalidPublicKey) { _ = try KEM.xWing.encapsulate(to: key, random: .system) }
    }

    #if !canImport(Darwin)
        // The draft asks for no check; BoringSSL makes it, and nothing is said of CryptoKit.
        @Test(arguments: LowOrder.points) func refusesLowOrderInXWing(_ point: [UInt8]) throws {
            let key = KEMSecretKey.random(.xWing)
            let sent = try KEM.xWing.encapsulate(to: key.publicKey, random: .system)
            let encapsulation = sent.encapsulation.dropLast(32) + point
            #expect(throws: HPKEError.invalidEncapsulation) {
                _ = try KEM.xWing.decapsulate(Array(encapsulation).span, with: key)
            }
            let peer = try KEMPublicKey(.xWing, Array(key.publicKey.bytes.dropLast(32) + point))
            #expect(throws: HPKEError.invalidPublicKey) { _ = try KEM.xWing.encapsulate(to: peer, random: .system) }
        }
    #endif

    @Test func anXWingCiphertextThatWasChangedGivesAnotherSecret() throws {
        let key = KEMSecretKey.random(.xWing)
        let sent = try KEM.xWing.encapsulate(to: key.publicKey, random: .system)
        let secret = sent.sharedSecret.array
        for bit in [0, 4000, 1088 * 8 - 1, 1088 * 8] {
            let other = try KEM.xWing.decapsulate(sent.encapsulation.flipping(bit: bit).span, with: key).array
            #expect(other != secret)
        }
    }

    @Test func oneKeyServesManyTasks() async throws {
        for kem in KEM.allCases {
            let key = KEMSecretKey.random(kem)
            try await withThrowingTaskGroup(of: Bool.self) { group in
                for _ in 0..<32 {
                    group.addTask {
                        let sent = try kem.encapsulate(to: key.publicKey, random: .system)
                        return try kem.decapsulate(sent.encapsulation.span, with: key).array == sent.sharedSecret.array
                    }
                }
                for try await isEqual in group { #expect(isEqual) }
            }
        }
    }
}
