import TLSCodec

extension GroupInfo {
    /// The `external_pub` that it carries (RFC 9420 §12.4.3.2), the group's ``Group/externalKey`` in its epoch; `nil` if
    /// it carries none. A GroupInfo proves nothing before somebody has joined with it: whoever made it up has the key.
    ///
    /// - Throws: ``MLSError/malformed(_:)`` for an extension that isn't what its type says.
    public var externalKey: HPKEPublicKey? {
        get throws(MLSError) {
            try codec { () throws(CodecError) in try extensions.externalPub() }?.externalPub
        }
    }
}
