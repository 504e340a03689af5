import TLSCodec

extension Extension {
    /// What every member must support, as an extension of a group (RFC 9420 §11.1).
    public static func requiredCapabilities(_ required: RequiredCapabilities) throws(MLSError) -> Extension {
        try codec { () throws(CodecError) in try Extension(required) }
    }

    /// Who may propose from outside, as an extension of a group (RFC 9420 §12.1.8.1).
    public static func externalSenders(_ senders: [ExternalSender]) throws(MLSError) -> Extension {
        try codec { () throws(CodecError) in try Extension(ExternalSenders(senders)) }
    }
}
