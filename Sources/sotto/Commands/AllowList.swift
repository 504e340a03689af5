import Identity

/// The identities that a relay serves.
struct AllowList: Sendable {
    static let mend = "One fingerprint of 64 hex digits a line, as sotto fingerprint shows it; remarks behind #."
    private static let fileBytesMax = 8 << 20

    private let fingerprints: Set<Fingerprint>

    /// One fingerprint a line; what follows `#` is a remark, empty lines are nothing.
    init(readFrom path: String) throws(Failure) {
        guard let text = try? TextFile.read(path, byteCountMax: Self.fileBytesMax) else {
            throw Failure(.failed, "The allow list \(path) can't be read.", mend: Self.mend)
        }
        var fingerprints: Set<Fingerprint> = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let entry = line.prefix { $0 != "#" }
            guard !entry.allSatisfy(\.isWhitespace) else { continue }
            guard let fingerprint = try? Fingerprint(String(entry)) else {
                throw Failure(.failed, "Line \(index + 1) of \(path) isn't a fingerprint.", mend: Self.mend)
            }
            fingerprints.insert(fingerprint)
        }
        self.fingerprints = fingerprints
    }

    var count: Int { fingerprints.count }

    func allows(_ key: IdentityKey) -> Bool { fingerprints.contains(Fingerprint(of: key)) }
}
