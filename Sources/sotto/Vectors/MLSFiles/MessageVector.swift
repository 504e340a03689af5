import MLS
import Sodium
import TLSCodec

/// `messages.json`: one value of each structure, whose encoding is the bytes that it was decoded from.
struct MessageVector: ListedVector {
    static let suiteName = "mls-messages"
    static let field = "mls_welcome"

    let values: [String: VectorBytes]

    init(from decoder: any Decoder) throws {
        values = try decoder.singleValueContainer().decode([String: VectorBytes].self)
    }

    func passes() throws -> Bool {
        guard values.count == Self.structures.count else { return false }
        return try values.allSatisfy { name, value in
            try Self.structures[name]?(value.bytes) == value.bytes
        }
    }

    /// Decodes and encodes again; nil for a message of another kind than its name says.
    private typealias Structure = @Sendable ([UInt8]) throws -> [UInt8]?

    private static let structures: [String: Structure] = [
        "mls_welcome": message { $0.asWelcome != nil },
        "mls_group_info": message { $0.asGroupInfo != nil },
        "mls_key_package": message { $0.asKeyPackage != nil },
        "ratchet_tree": structure(RatchetTreeExtension.self),
        "group_secrets": { try GroupSecrets(decoding: $0.span).encoded().copiedForVectors() },
        "add_proposal": structure(Add.self),
        "update_proposal": structure(Update.self),
        "remove_proposal": structure(Remove.self),
        "pre_shared_key_proposal": structure(PreSharedKey.self),
        "re_init_proposal": structure(ReInit.self),
        "external_init_proposal": structure(ExternalInit.self),
        "group_context_extensions_proposal": structure(GroupContextExtensions.self),
        "commit": structure(Commit.self),
        "public_message_application": message { $0.asPublicMessage?.contentType == .application },
        "public_message_proposal": message { $0.asPublicMessage?.contentType == .proposal },
        "public_message_commit": message { $0.asPublicMessage?.contentType == .commit },
        "private_message": message { $0.asPrivateMessage != nil },
    ]

    private static func structure<Value: TLSCodable & SendableMetatype>(_ type: Value.Type) -> Structure {
        { try Value(decoding: $0).encoded() }
    }

    private static func message(_ isOfItsKind: @escaping @Sendable (MLSMessage) -> Bool) -> Structure {
        { bytes in
            let message = try MLSMessage(decoding: bytes)
            return isOfItsKind(message) ? try message.encoded() : nil
        }
    }
}
