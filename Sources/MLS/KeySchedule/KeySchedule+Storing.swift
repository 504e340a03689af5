import Sodium

/// Stored with what stays as long as the epoch.
extension KeySchedule {
    package func encode(into writer: inout SecretWriter) {
        for secret in [initSecret, exporterSecret, externalSecret, resumptionPSK] { writer.opaque(secret) }
        writer.opaque(epochAuthenticator.span)
    }

    /// - Throws: ``MLSError/malformed(_:)``.
    package init(_ suite: CipherSuite, from reader: inout SecretReader, _ bytes: Span<UInt8>) throws(MLSError) {
        self.init(
            suite: suite, initSecret: try reader.secret(suite, bytes),
            exporterSecret: try reader.secret(suite, bytes), externalSecret: try reader.secret(suite, bytes),
            resumptionPSK: try reader.secret(suite, bytes), epochAuthenticator: try reader.opaque(bytes))
    }
}
