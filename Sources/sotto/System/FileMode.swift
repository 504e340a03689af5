/// Who may do what with a file: the permission bits.
struct FileMode: Hashable, Sendable {
    let bits: UInt32

    static let privateFile = FileMode(bits: 0o600)
    static let privateFolder = FileMode(bits: 0o700)

    /// Whether anybody but the owner may read, write or enter.
    var isOpenToOthers: Bool { bits & 0o077 != 0 }

    /// Whether others may take a file of ours out of such a folder and put another in its place.
    var letsOthersReplace: Bool { bits & 0o022 != 0 && bits & 0o1000 == 0 }

    /// As `ls` and `chmod` people write it: `0644`.
    var octal: String {
        let digits = String(bits, radix: 8)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
