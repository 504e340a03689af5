/// BLAKE2b-256(header ‖ body): an entry's name. A repeat of it is the same entry.
package struct EntryHash: Noun32 {
    package let octets: Octets32

    package init(_ octets: Octets32) { self.octets = octets }
}
