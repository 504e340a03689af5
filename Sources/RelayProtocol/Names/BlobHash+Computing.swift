import Identity

extension BlobHash {
    package init(of blob: [UInt8]) { self.init(digest: ContentHash.digest(of: [], blob)) }
}
