package import RelayProtocol

/// A room's public state as it stands, without its blob.
package struct StoredPublicState: Hashable, Sendable {
    /// The creation or commit that began the epoch which it describes.
    package let epoch: EntryNumber
    package let hash: BlobHash
    package let links: [LiveLink]

    package init(epoch: EntryNumber, hash: BlobHash, links: [LiveLink]) {
        self.epoch = epoch
        self.hash = hash
        self.links = links
    }
}
