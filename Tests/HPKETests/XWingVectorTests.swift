import HPKE
import TestSupport
import Testing

@Suite(.enabled(if: SharedFolder.hasVectors, "\(SharedVectors.absence)"))
struct XWingVectorTests {
    @Test func noVectorIsLeftOut() {
        #expect(PublishedVectors.xWing.count == 3)
        #expect(PublishedVectors.pq.count == 13)
        #expect(PublishedVectors.ours.map(\.kemID) == [0x647a])
        #expect(PublishedVectors.ours.map(\.encryptions.count) == [10])
        #expect(PublishedVectors.ours.map(\.exports.count) == [5])
    }

    @Test(arguments: PublishedVectors.xWing)
    func growsTheDraftsKeysAndDecapsulates(_ vector: PublishedVectors.XWingVector) throws {
        let key = try KEMSecretKey(.xWing, copying: [UInt8](hex: vector.seed).span)
        #expect(key.publicKey.bytes.hex == vector.pk)
        #expect(key.secretHex == vector.seed)
        #expect(try KEM.xWing.decapsulate([UInt8](hex: vector.ct).span, with: key).array.hex == vector.ss)
    }

    @Test(arguments: PublishedVectors.ours) func derivesItsKeyPair(_ vector: HPKEVector) throws {
        let key = try KEMSecretKey.derive(.xWing, from: vector.bytes("ikmR").span)
        #expect(key.secretHex == vector.fields["skRm"])
        #expect(key.publicKey.bytes.hex == vector.fields["pkRm"])
    }

    @Test(arguments: PublishedVectors.ours) func agreesOnItsSharedSecret(_ vector: HPKEVector) throws {
        let key = try KEMSecretKey(.xWing, copying: vector.bytes("skRm").span)
        let shared = try KEM.xWing.decapsulate(vector.bytes("enc").span, with: key)
        #expect(shared.array.hex == vector.fields["shared_secret"])
    }

    @Test(arguments: PublishedVectors.ours) func opensItsMessages(_ vector: HPKEVector) throws {
        try vector.checkRecipient()
    }
}
