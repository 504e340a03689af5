/// A handshake and the messages after it, in the form that cacophony and snow share.
struct NoiseVector: Decodable, Sendable {
    struct Message: Decodable, Sendable {
        let payload: VectorBytes
        let ciphertext: VectorBytes
    }

    /// What one side brings.
    struct Side: Sendable {
        let prologue: VectorBytes
        let ephemeral: VectorBytes?
        let staticKey: VectorBytes?
        let remoteStaticKey: VectorBytes?
        let preSharedKeys: [VectorBytes]
    }

    let protocolName: String
    let initiator: Side
    let responder: Side
    /// The hash of the finished handshake; snow's file has none.
    let handshakeHash: VectorBytes?
    let messages: [Message]

    private enum CodingKeys: String, CodingKey {
        case protocolName = "protocol_name"
        case handshakeHash = "handshake_hash"
        case messages
        case initiatorPrologue = "init_prologue"
        case initiatorEphemeral = "init_ephemeral"
        case initiatorStatic = "init_static"
        case initiatorRemoteStatic = "init_remote_static"
        case initiatorPreSharedKeys = "init_psks"
        case responderPrologue = "resp_prologue"
        case responderEphemeral = "resp_ephemeral"
        case responderStatic = "resp_static"
        case responderRemoteStatic = "resp_remote_static"
        case responderPreSharedKeys = "resp_psks"
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        protocolName = try container.decode(String.self, forKey: .protocolName)
        handshakeHash = try container.decodeIfPresent(VectorBytes.self, forKey: .handshakeHash)
        messages = try container.decode([Message].self, forKey: .messages)
        initiator = Side(
            prologue: try container.decode(VectorBytes.self, forKey: .initiatorPrologue),
            ephemeral: try container.decodeIfPresent(VectorBytes.self, forKey: .initiatorEphemeral),
            staticKey: try container.decodeIfPresent(VectorBytes.self, forKey: .initiatorStatic),
            remoteStaticKey: try container.decodeIfPresent(VectorBytes.self, forKey: .initiatorRemoteStatic),
            preSharedKeys: try container.decodeIfPresent([VectorBytes].self, forKey: .initiatorPreSharedKeys) ?? [])
        responder = Side(
            prologue: try container.decode(VectorBytes.self, forKey: .responderPrologue),
            ephemeral: try container.decodeIfPresent(VectorBytes.self, forKey: .responderEphemeral),
            staticKey: try container.decodeIfPresent(VectorBytes.self, forKey: .responderStatic),
            remoteStaticKey: try container.decodeIfPresent(VectorBytes.self, forKey: .responderRemoteStatic),
            preSharedKeys: try container.decodeIfPresent([VectorBytes].self, forKey: .responderPreSharedKeys) ?? [])
    }
}
