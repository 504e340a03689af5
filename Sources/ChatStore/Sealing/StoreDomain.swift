/// What is said before anything that is derived or sealed here. Listed in SECURITY.md with the other domain strings.
package enum StoreDomain: String, CaseIterable {
    /// Derived from the store key: the key that seals rows, and the one that hides what they belong to.
    case rows = "sotto store rows 1"
    case scopes = "sotto store scopes 1"
    /// Associated data: where a row stands; of the first only rows as they were before they were padded.
    case row = "sotto store row 1"
    case paddedRow = "sotto store row 2"
    /// Derived from the store key: the key that seals small files of the home. Associated data: a file's name.
    case files = "sotto store files 1"
    case file = "sotto store file 1"
    /// Derived from a passphrase: the key that wraps the store key, and what commits to it.
    case wrapping = "sotto store wrapping 1"
    case commitment = "sotto store commitment 1"
    /// Hashed: whether a key file is whole.
    case checksum = "sotto store key checksum 1"

    /// ASCII, and one zero byte behind it.
    package var bytes: [UInt8] { Array(rawValue.utf8) + [0] }
}
