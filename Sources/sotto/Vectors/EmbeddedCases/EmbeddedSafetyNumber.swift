import Identity

/// The safety number of two identity keys, the same in either order.
struct EmbeddedSafetyNumber: EmbeddedCase {
    let id: String
    let one: VectorBytes
    let other: VectorBytes
    let number: String

    func passes() -> Bool {
        guard let one = IdentityKey(one.bytes.span), let other = IdentityKey(other.bytes.span) else { return false }
        return SafetyNumber(of: one, and: other).text == number && SafetyNumber(of: other, and: one).text == number
    }
}
