import MLS
import Sodium
import TestSupport
import Testing

@Suite(.enabled(if: VectorFolder.isPresent, "\(SharedVectors.absence)"))
struct PSKSecretVectorTests {
    @Test func noVectorIsLeftOut() {
        #expect(PSKSecretVector.counts() == [1: 11, 2: 11, 3: 11, 4: 11, 5: 11, 6: 11, 7: 11])
        #expect(PSKSecretVector.supported().count == 22)
    }

    @Test(arguments: PSKSecretVector.supported()) func chainsAsPublished(_ vector: PSKSecretVector) throws {
        let suite = try #require(CipherSuite(rawValue: vector.cipherSuite))
        let entries = vector.psks.map { key in
            PSKSecret.Entry(
                id: .external(id: key.pskId.bytes, nonce: key.pskNonce.bytes), psk: Secret(copying: key.psk.bytes))
        }
        #expect(try PSKSecret.derive(suite, entries).copied == vector.pskSecret.bytes)
    }
}
