import MLS
import TLSCodec
import Testing

/// One of the values that each entry of `messages.json` holds, by its name there.
enum WireValue: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case welcome = "mls_welcome"
    case groupInfo = "mls_group_info"
    case keyPackage = "mls_key_package"
    case ratchetTree = "ratchet_tree"
    case groupSecrets = "group_secrets"
    case add = "add_proposal"
    case update = "update_proposal"
    case remove = "remove_proposal"
    case preSharedKey = "pre_shared_key_proposal"
    case reInit = "re_init_proposal"
    case externalInit = "external_init_proposal"
    case groupContextExtensions = "group_context_extensions_proposal"
    case commit = "commit"
    case publicApplication = "public_message_application"
    case publicProposal = "public_message_proposal"
    case publicCommit = "public_message_commit"
    case privateMessage = "private_message"

    var testDescription: String { rawValue }

    /// Decodes all of `bytes` as this kind of value, whatever message it may be, and encodes what came out.
    func decodedAndEncoded(_ bytes: [UInt8]) throws(CodecError) -> [UInt8] {
        switch self {
        case .welcome, .groupInfo, .keyPackage, .publicApplication, .publicProposal, .publicCommit, .privateMessage:
            try MLSMessage(decoding: bytes).encoded()
        case .ratchetTree: try RatchetTreeExtension(decoding: bytes).encoded()
        case .groupSecrets: try GroupSecrets(decoding: bytes.span).encoded().copied
        case .add: try Add(decoding: bytes).encoded()
        case .update: try Update(decoding: bytes).encoded()
        case .remove: try Remove(decoding: bytes).encoded()
        case .preSharedKey: try PreSharedKey(decoding: bytes).encoded()
        case .reInit: try ReInit(decoding: bytes).encoded()
        case .externalInit: try ExternalInit(decoding: bytes).encoded()
        case .groupContextExtensions: try GroupContextExtensions(decoding: bytes).encoded()
        case .commit: try Commit(decoding: bytes).encoded()
        }
    }

    /// Whether a message is what the file calls it.
    func isKind(of message: MLSMessage) -> Bool {
        switch (self, message) {
        case (.welcome, .welcome), (.groupInfo, .groupInfo), (.keyPackage, .keyPackage),
            (.privateMessage, .privateMessage):
            true
        case (.publicApplication, .publicMessage(let message)): message.contentType == .application
        case (.publicProposal, .publicMessage(let message)): message.contentType == .proposal
        case (.publicCommit, .publicMessage(let message)): message.contentType == .commit
        default: false
        }
    }

    var isMessage: Bool {
        switch self {
        case .welcome, .groupInfo, .keyPackage, .publicApplication, .publicProposal, .publicCommit, .privateMessage:
            true
        default: false
        }
    }
}
