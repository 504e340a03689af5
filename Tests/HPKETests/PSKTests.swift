import HPKE
import Sodium
import TestSupport
import Testing

@Suite struct PSKTests {
    @Test func aKeyAndItsIDComeTogether() throws {
        let key = Secret(copying: [UInt8](counting: 32))
        #expect(try PSK(key, id: [1]).id == [1])
        #expect(throws: HPKEError.invalidPSK) { try PSK(key, id: []) }
        #expect(throws: HPKEError.invalidPSK) { try PSK(Secret(copying: []), id: [1]) }
        #expect(throws: HPKEError.invalidPSK) { try PSK(Secret(copying: []), id: []) }
    }

    @Test(arguments: [31, 32, 33]) func aKeyIsLongEnough(count: Int) throws {
        let key = Secret(copying: [UInt8](counting: count))
        if count >= PSK.keyByteCountMin {
            #expect(try PSK(key, id: [1]).id == [1])
        } else {
            #expect(throws: HPKEError.invalidPSK) { try PSK(key, id: [1]) }
        }
    }

    @Test func baseAndPSKModesExportDifferently() throws {
        let key = KEMSecretKey.random(.x25519)
        func export(_ psk: PSK?) throws -> [UInt8] {
            let sent = try HPKESuite.classical.exportSecret(
                to: key.publicKey, info: Span(), context: Span(), byteCount: 32, psk: psk, random: .fixed([1]))
            return sent.secret.array
        }
        let all = try [export(nil), export(.test()), export(.test(8)), export(.test(id: "other"))]
        #expect(Set(all).count == 4)
    }
}
