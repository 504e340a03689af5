import Identity

/// What somebody was read over a telephone, say: a safety number, or a fingerprint.
enum PersonProof: Sendable {
    case number(SafetyNumber)
    case fingerprint(Fingerprint)

    /// - Throws: ``Failure`` for what is neither, or only a part of one.
    init(given text: String) throws(Failure) {
        if let number = try? SafetyNumber(text) {
            self = .number(number)
        } else if let fingerprint = try? Fingerprint(text) {
            self = .fingerprint(fingerprint)
        } else {
            throw Failure(
                .wrongUsage, "That is neither a safety number nor a fingerprint.",
                mend: "A number has 60 digits, a fingerprint 64 hex digits; case and spaces don't matter.")
        }
    }

    /// Whether it is of these two people; in constant time.
    func fits(_ other: IdentityKey, seenBy own: IdentityKey) -> Bool {
        switch self {
        case .number(let number): number == SafetyNumber(of: own, and: other)
        case .fingerprint(let fingerprint): fingerprint == Fingerprint(of: other)
        }
    }
}
