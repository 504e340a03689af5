import HPKE
import TestSupport
import Testing

/// FIPS 202: the empty message and 1,600 bits of A3, as NIST publishes them; the others by another implementation.
@Suite struct SHAKE256Tests {
    @Test func givesTheValueOfTheEmptyMessage() {
        #expect(
            squeeze([], 64)
                == "46b9dd2b0ba88d13233b3feb743eeb243fcd52ea62b81b82b50c27646ed5762f"
                + "d75dc4ddd8c0f200cb05019d67b592f6fc821c49479ab48640292eacb3b7c4be")
    }

    @Test func givesTheValueOf1600Bits() {
        let output = squeeze([UInt8](repeating: 0xa3, count: 200), 512)
        #expect(
            output.hasPrefix(
                "cd8a920ed141aa0407a22d59288652e9d9f1a7ee0c1e7c1ca699424da84a904d"
                    + "2d700caae7396ece96604440577da4f3aa22aeb8857f961c4cd8e06f0ae6610b"))
        #expect(output.hasSuffix("6a1a9d7846436e4dca5728b6f760eef0ca92bf0be5615e96959d767197a0beeb"))
    }

    @Test(arguments: [
        (1, "b8d01df855f7075882c636f6ddeacf41e5de0bbf30042ef0a86e36f4b8600d54"),
        (135, "c45dae624ad8a2f5aa7bac9d7557737fd91c96eedb70a6be5574d57a844eade0"),
        (136, "b7ff4073b3f5a8eabd6e17705ca7f6761a31058f9df781a6a47e3a3063b9d67a"),
        (137, "01d90952c642a5eb2a8fc9d713f843a45d7ac05132dddcb2efc9bebc27e37bcb"),
        (271, "62bf381e58685c312a38286e238b2c60bcee6f2936a97918f191999a91687a62"),
        (272, "8379a36d10791291fbc946794bf8009519fd0b2ff6c0bd99a2b014e8422abef0"),
        (273, "e93a6e5e86f83ec01b6f9fe6cafe7f48a7cccc41355214c5b5cb32d3c130941b"),
    ])
    func goesOverTheEdgesOfABlock(count: Int, output: String) {
        #expect(squeeze([UInt8](counting: count), 32) == output)
    }

    @Test func givesAsMuchAsIsAsked() {
        let output = squeeze(Array("abc".utf8), 300)
        #expect(output.hasPrefix("483366601360a8771c6863080cc4114d8db44530f8f1e1ee4f94ea37e78b5739"))
        #expect(output.hasSuffix("2ddf384af3334560ea1d363966caa7d8ddcbec7da52b42215c11d5f8ee57f341"))
        for count in [0, 1, 135, 136, 137, 272] {
            #expect(squeeze(Array("abc".utf8), count) == String(output.prefix(2 * count)))
        }
    }

    @Test func howTheInputIsCutMakesNoDifference() {
        let bytes = [UInt8](counting: 300)
        var hash = SHAKE256()
        for byte in bytes { hash.absorb([byte].span) }
        #expect(hash.squeeze(byteCount: 32).array.hex == squeeze(bytes, 32))
    }

    private func squeeze(_ bytes: [UInt8], _ count: Int) -> String {
        var hash = SHAKE256()
        hash.absorb(bytes.span)
        return hash.squeeze(byteCount: count).array.hex
    }
}
