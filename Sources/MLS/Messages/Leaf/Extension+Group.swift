import TLSCodec

extension Extension {
    /// A name for a leaf that the application chooses, as an extension of the leaf: for ``Client/leafExtensions``; read
    /// with ``LeafNode/applicationID`` (RFC 9420 §5.3.3). The members see it; nobody checks it beyond the leaf's
    /// signature, so two leaves may bear the same.
    ///
    /// - Throws: ``MLSError/malformed(_:)`` for more than 2³⁰ − 1 bytes.
    public static func applicationID(_ bytes: [UInt8]) throws(MLSError) -> Extension {
        try codec { () throws(CodecError) in try Extension(ApplicationID(bytes)) }
    }

    /// What every member must support, as an extension of a group (RFC 9420 §11.1).
    ///
    /// - Throws: ``MLSError/malformed(_:)`` for lists of more than 2³⁰ − 1 bytes.
    public static func requiredCapabilities(_ required: RequiredCapabilities) throws(MLSError) -> Extension {
        try codec { () throws(CodecError) in try Extension(required) }
    }

    /// Who may propose from outside, as an extension of a group (RFC 9420 §12.1.8.1).
    ///
    /// - Throws: ``MLSError/malformed(_:)`` for a list of more than 2³⁰ − 1 bytes.
    public static func externalSenders(_ senders: [ExternalSender]) throws(MLSError) -> Extension {
        try codec { () throws(CodecError) in try Extension(ExternalSenders(senders)) }
    }
}
