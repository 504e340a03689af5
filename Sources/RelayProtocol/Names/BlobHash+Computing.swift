import Identity

extension BlobHash {
    package init(of blob: [UInt8]) {
        guard let hash = BlobHash(ContentHash.digest(of: [], blob)) else {
            preconditionFailure("a digest of 32 bytes is 32 bytes long")
        }
        self = hash
    }
}
