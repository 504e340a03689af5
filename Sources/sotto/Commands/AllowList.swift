import Identity

/// The identities that a relay serves.
struct AllowList: Sendable {
    private static let mend =
        "One fingerprint of 64 hex digits a line, as sotto fingerprint shows it; remarks behind #."
    private static let fileBytesMax = 8 << 20

    private let fingerprints: Set<Fingerprint>

    /// One fingerprint a line; what follows `#` is a remark, empty lines are nothing.
    init(readFrom path: String) throws(Failure) {
        let text: String
        do throws(ErrorNumber) {
            text = try TextFile.read(path, byteCountMax: Self.fileBytesMax)
        } catch {
            throw Self.unreadable(path, error.text)
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

    /// As a relay that runs does: a pipe has been read to its end, and an empty list would cut everybody off.
    init(readAgainFrom path: String) throws(Failure) {
        let isPlain: Bool
        do throws(ErrorNumber) { isPlain = try TextFile.isPlain(path) } catch {
            throw Self.unreadable(path, error.text)
        }
        guard isPlain else {
            throw Failure(.failed, "The allow list \(path) is no file that can be read again.", mend: Self.mend)
        }
        try self.init(readFrom: path)
    }

    private static func unreadable(_ path: String, _ why: String) -> Failure {
        Failure(
            .failed, "The allow list \(path) can't be read: \(why).",
            mend: "Look at it:  ls -l \(Shell.quoted(path))  " + mend)
    }

    var count: Int { fingerprints.count }

    func allows(_ key: IdentityKey) -> Bool { fingerprints.contains(Fingerprint(of: key)) }
}
