import Sodium
import TestSupport
import Testing

@Suite struct X25519Tests {
    @Test(arguments: [0, 31, 33, 64]) func refusesKeysThatAreNot32Bytes(_ count: Int) {
        #expect(throws: SodiumError.wrongLength) { try X25519.PublicKey([UInt8](counting: count)) }
        #expect(throws: SodiumError.wrongLength) { try X25519.SecretKey(copying: [UInt8](counting: count)) }
    }

    @Test(arguments: LowOrder.points) func refusesTheZeroSharedSecret(_ point: [UInt8]) throws {
        let peer = try X25519.PublicKey(point)
        #expect(throws: SodiumError.zeroSharedSecret) { _ = try X25519.SecretKey().sharedSecret(with: peer).byteCount }
    }

    @Test func bothSidesAgree() throws {
        let (alice, bob) = (X25519.SecretKey(), X25519.SecretKey())
        let secret = try alice.sharedSecret(with: bob.publicKey).array()
        #expect(try bob.sharedSecret(with: alice.publicKey).array() == secret)
        #expect(secret.count == X25519.sharedSecretByteCount)
        #expect(secret.contains { $0 != 0 })
    }

    @Test func aStoredKeyIsTheSameKey() throws {
        let key = X25519.SecretKey()
        let bytes = key.withBytes { bytes in bytes.indices.map { bytes[$0] } }
        #expect(try X25519.SecretKey(copying: bytes).publicKey == key.publicKey)
        #expect(bytes.count == X25519.keyByteCount)
    }

    @Test func publicKeysAreEqualIfTheirBytesAre() throws {
        var random = SeededRandom.announced()
        let bytes = random.bytes(count: 32)
        let key = try X25519.PublicKey(bytes)
        #expect(key.bytes == bytes)
        #expect(try key == X25519.PublicKey(bytes))
        #expect(try key.hashValue == X25519.PublicKey(bytes).hashValue)
        for bit in 0..<256 { #expect(try key != X25519.PublicKey(bytes.flipping(bit: bit))) }
    }

    @Test func newKeysDiffer() {
        #expect(Set((0..<100).map { _ in X25519.SecretKey().publicKey }).count == 100)
    }
}
