import Identity
package import TLSCodec

extension EntryHash {
    /// BLAKE2b-256(header ‖ body), the header as it is encoded.
    ///
    /// - Throws: ``CodecError`` if the header has no encoding, which none that was decoded does.
    package init(of entry: Entry) throws(CodecError) {
        self.init(header: try entry.header.encoded(), body: entry.body)
    }

    /// For whoever has the header's bytes at hand. An inbox's item has none.
    package init(header: [UInt8], body: [UInt8]) { self.init(digest: ContentHash.digest(of: header, body)) }
}
