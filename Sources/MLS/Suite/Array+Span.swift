import Sodium

extension [UInt8] {
    /// The bytes of a span as an array of their own; for a secret, the array isn't wiped.
    init(copying bytes: Span<UInt8>) {
        self = []
        append(copying: bytes)
    }
}
