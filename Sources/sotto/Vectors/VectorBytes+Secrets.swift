import Sodium

extension VectorBytes {
    /// A secret that this program computes with.
    var secret: Secret { Secret(copying: bytes) }

    /// Whether this program computed these bytes.
    func equals(_ computed: Span<UInt8>) -> Bool { ConstantTime.areEqual(computed, bytes.span) }

    func equals(_ computed: Secret) -> Bool { computed.withBytes { equals($0) } }

    func equals(_ computed: borrowing SecretBytes) -> Bool { computed.withBytes { equals($0) } }
}
