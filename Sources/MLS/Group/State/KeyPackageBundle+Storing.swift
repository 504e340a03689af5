import HPKE
public import Sodium
import TLSCodec

extension KeyPackageBundle {
    private static let formatVersion: UInt8 = 1

    /// The bundle as bytes to be stored. They are secret.
    ///
    /// - Throws: ``MLSError/malformed(_:)`` for a key package of more than 2³⁰ − 1 bytes.
    public func serialized() throws(MLSError) -> SecretBytes {
        var writer = SecretWriter()
        writer.integer(Self.formatVersion)
        let encoded = try keyPackage.bytes()
        writer.opaque(encoded.span)
        writer.key(initKey)
        writer.key(leafKey)
        writer.key(signatureKey)
        return writer.finish()
    }

    /// The bundle that ``serialized()`` stored.
    ///
    /// - Throws: ``MLSError/malformed(_:)``, ``MLSError/unsupported`` for another version's bytes,
    ///   ``MLSError/missingKeyPackage`` if the parts don't belong together.
    public init(restoring bytes: Span<UInt8>) throws(MLSError) {
        var reader = SecretReader()
        guard try reader.integer(UInt8.self, bytes) == Self.formatVersion else { throw .unsupported }
        let keyPackage = try reader.value(KeyPackage.self, bytes)
        guard let suite = CipherSuite(rawValue: keyPackage.cipherSuite) else { throw .unsupported }
        let initKey = try reader.kemKey(suite, bytes)
        let leafKey = try reader.kemKey(suite, bytes)
        let signatureKey = try reader.signatureKey(bytes)
        try reader.finish(bytes)
        try self.init(keyPackage, suite, initKey: initKey, leafKey: leafKey, signatureKey: signatureKey)
    }
}
