import HPKE
import Sodium
import TestSupport
import Testing

@Suite struct PreparedInfoTests {
    private let info = [UInt8](counting: 5000)

    @Test(arguments: HPKESuite.all) func whatItSealsOpensWithTheWholeInfo(_ suite: HPKESuite) throws {
        let prepared = PreparedInfo(info.span, for: suite)
        for psk in [nil, try PSK.test()] {
            let key = KEMSecretKey.random(suite.kem)
            let sealed = try prepared.seal([1, 2].span, to: key.publicKey, authenticating: [3].span, psk: psk)
            let opened = try suite.open(sealed, with: key, info: info.span, authenticating: [3].span, psk: psk)
            #expect(opened.array == [1, 2])
            #expect(throws: HPKEError.doesNotOpen) {
                let other = info.flipping(bit: 39_999)
                _ = try suite.open(sealed, with: key, info: other.span, authenticating: [3].span, psk: psk)
            }
        }
    }

    @Test func sealsWhatTheSuiteSeals() throws {
        let suite = HPKESuite.classical
        let key = KEMSecretKey.random(.x25519).publicKey
        let prepared = PreparedInfo(info.span, for: suite)
        let one = try prepared.seal([1].span, to: key, authenticating: [2].span, random: .fixed([7]))
        let other = try suite.seal(
            [1].span, to: key, info: info.span, authenticating: [2].span, random: .fixed([7]))
        #expect(one == other)
    }

    @Test func refusesAKeyOfAnotherKEM() throws {
        let key = KEMSecretKey.random(.xWing).publicKey
        let prepared = PreparedInfo(info.span, for: .classical)
        #expect(throws: HPKEError.wrongKEM) { try prepared.seal([1].span, to: key, authenticating: Span()) }
    }
}
