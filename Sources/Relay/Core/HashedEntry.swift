import RelayProtocol

/// An entry with its header as it is stored, and its name.
struct HashedEntry: Sendable {
    let entry: Entry
    let header: [UInt8]
    let hash: EntryHash

    /// Nothing if the header has no encoding, which none has that was decoded.
    init?(_ entry: Entry) {
        guard let header = entry.header.bytes else { return nil }
        self.entry = entry
        self.header = header
        hash = EntryHash(header: header, body: entry.body)
    }

    var chargedBytes: Int { NewEntry.chargedBytes(ofBody: entry.body.count) }
}
