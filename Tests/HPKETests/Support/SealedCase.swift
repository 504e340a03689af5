import HPKE
import Sodium

/// Everything that goes into opening one message, to be changed piece by piece.
struct SealedCase {
    var suite: HPKESuite
    var key: KEMSecretKey
    var info = SealedCase.info
    var data = SealedCase.data
    var psk: PSK?
    var sealed: HPKECiphertext

    static let info = Array("info".utf8)
    static let data = Array("data".utf8)
    static let plaintext = Array("what is said".utf8)

    init(_ suite: HPKESuite, psk: PSK? = nil) throws {
        self.suite = suite
        self.psk = psk
        key = .random(suite.kem)
        sealed = try suite.seal(
            Self.plaintext.span, to: key.publicKey, info: Self.info.span, authenticating: Self.data.span,
            psk: psk)
    }

    func open() throws(HPKEError) -> [UInt8] {
        try suite.open(sealed, with: key, info: info.span, authenticating: data.span, psk: psk).array
    }

    func changing(_ change: (inout SealedCase) throws -> Void) rethrows -> SealedCase {
        var other = self
        try change(&other)
        return other
    }
}

extension PSK {
    static func test(_ byte: UInt8 = 7, id: String = "whose") throws -> PSK {
        try PSK(Secret(copying: [UInt8](repeating: byte, count: 32)), id: Array(id.utf8))
    }
}
