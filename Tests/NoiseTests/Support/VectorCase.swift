@_spi(FixedEphemerals) import Noise
import Sodium
import TestSupport
import Testing

/// One published transcript.
struct VectorCase: Decodable, Sendable, CustomTestStringConvertible {
    struct Message: Decodable {
        let payload: String
        let ciphertext: String
    }

    let protocolName: String
    let initPrologue: String
    let initStatic: String?
    let initEphemeral: String
    let initRemoteStatic: String?
    let initPsks: [String]?
    let respPrologue: String
    let respStatic: String?
    let respEphemeral: String?
    let respRemoteStatic: String?
    let respPsks: [String]?
    let handshakeHash: String?
    let messages: [Message]

    var testDescription: String { protocolName }

    /// Over 25519 with a cipher and a hash that we have.
    var isOurs: Bool {
        let sections = protocolName.split(separator: "_")
        return sections[2] == "25519" && ["ChaChaPoly", "XChaChaPoly"].contains(sections[3])
            && ["BLAKE2b", "SHA256", "SHA512"].contains(sections[4])
    }

    func initiator(_ noise: NoiseProtocol) throws -> HandshakeWriter {
        try Handshake.initiator(
            noise, prologue: [UInt8](hex: initPrologue),
            keys: keys(initStatic, initRemoteStatic, initPsks), fixedEphemeral: secretKey(initEphemeral))
    }

    /// A one-way pattern's recipient has no ephemeral key.
    func responder(_ noise: NoiseProtocol) throws -> HandshakeReader {
        let keys = try keys(respStatic, respRemoteStatic, respPsks)
        let prologue = [UInt8](hex: respPrologue)
        guard let respEphemeral else { return try Handshake.responder(noise, prologue: prologue, keys: keys) }
        return try Handshake.responder(
            noise, prologue: prologue, keys: keys, fixedEphemeral: secretKey(respEphemeral))
    }

    private func keys(_ own: String?, _ remote: String?, _ psks: [String]?) throws -> HandshakeKeys {
        try HandshakeKeys(
            staticKey: own.map(secretKey), remoteStaticKey: remote.map { try X25519.PublicKey([UInt8](hex: $0)) },
            preSharedKeys: (psks ?? []).map { try PreSharedKey(copying: [UInt8](hex: $0)) })
    }

    private func secretKey(_ hex: String) throws -> X25519.SecretKey {
        try X25519.SecretKey(copying: [UInt8](hex: hex))
    }
}
