public import TLSCodec

/// A member as its tree shows it: keys, credential, capabilities, signed by the member itself (RFC 9420 §7.2).
///
/// Decoding checks the form alone. A leaf of a ``Group`` has been validated (§7.3); one taken out of a message or a key
/// package hasn't.
///
/// A reference to fields that never change: a leaf is passed on from message to tree to member, and a dozen retains for
/// each copy would be a good part of what a join costs beside its signatures.
public struct LeafNode: Hashable, Sendable, TLSStruct {
    private let fields: Fields

    public var encryptionKey: HPKEPublicKey { fields.encryptionKey }
    public var signatureKey: SignaturePublicKey { fields.signatureKey }
    public var credential: Credential { fields.credential }
    public var capabilities: Capabilities { fields.capabilities }
    public var source: LeafNodeSource { fields.source }
    public var extensions: Extensions { fields.extensions }
    public var signature: [UInt8] { fields.signature }

    /// The name that the application gave the leaf (RFC 9420 §5.3.3): its owner's word, and nobody else's. `nil` if
    /// there is none, or an extension of that type holds something else.
    public var applicationID: [UInt8]? {
        do throws(CodecError) { return try extensions.applicationID()?.bytes } catch { return nil }
    }

    /// A leaf whose signature comes after what it covers: see ``signed(_:)``.
    package init(
        encryptionKey: HPKEPublicKey, signatureKey: SignaturePublicKey, credential: Credential,
        capabilities: Capabilities, source: LeafNodeSource, extensions: Extensions = [], signature: [UInt8] = []
    ) {
        fields = Fields(
            encryptionKey: encryptionKey, signatureKey: signatureKey, credential: credential,
            capabilities: capabilities, source: source, extensions: extensions, signature: signature)
    }

    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        // In the order of the wire: arguments are evaluated from the left.
        self.init(
            encryptionKey: try v.nested { $0.encryptionKey }, signatureKey: try v.nested { $0.signatureKey },
            credential: try v.nested { $0.credential }, capabilities: try v.nested { $0.capabilities },
            source: try v.nested { $0.source }, extensions: try v.nested { $0.extensions },
            signature: try v.opaque(.variable) { $0.signature })
    }

    /// The same leaf with this signature.
    package func signed(_ signature: [UInt8]) -> LeafNode {
        LeafNode(
            encryptionKey: encryptionKey, signatureKey: signatureKey, credential: credential,
            capabilities: capabilities, source: source, extensions: extensions, signature: signature)
    }

    public static func == (left: LeafNode, right: LeafNode) -> Bool {
        left.fields === right.fields
            || left.encryptionKey == right.encryptionKey && left.signatureKey == right.signatureKey
                && left.credential == right.credential && left.capabilities == right.capabilities
                && left.source == right.source && left.extensions == right.extensions
                && left.signature == right.signature
    }

    /// Two leaves with one key and one signature are the same, or one of them is forged.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(encryptionKey)
        hasher.combine(signature)
    }
}

extension LeafNode {
    private final class Fields: Sendable {
        let encryptionKey: HPKEPublicKey
        let signatureKey: SignaturePublicKey
        let credential: Credential
        let capabilities: Capabilities
        let source: LeafNodeSource
        let extensions: Extensions
        let signature: [UInt8]

        init(
            encryptionKey: HPKEPublicKey, signatureKey: SignaturePublicKey, credential: Credential,
            capabilities: Capabilities, source: LeafNodeSource, extensions: Extensions, signature: [UInt8]
        ) {
            self.encryptionKey = encryptionKey
            self.signatureKey = signatureKey
            self.credential = credential
            self.capabilities = capabilities
            self.source = source
            self.extensions = extensions
            self.signature = signature
        }
    }
}
