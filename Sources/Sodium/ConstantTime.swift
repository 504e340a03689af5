import CSodium

/// Comparison whose time depends on lengths alone.
public enum ConstantTime {
    /// Whether both hold the same bytes. Lengths are taken as public: different ones are unequal at once.
    public static func areEqual(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
        guard left.count == right.count else { return false }
        return unsafe left.withPointer { left, count in
            unsafe right.withPointer { right, _ in unsafe sodium_memcmp(left, right, count) == 0 }
        }
    }

    /// Whether both hold the same bytes.
    public static func areEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        areEqual(left.span, right.span)
    }
}
