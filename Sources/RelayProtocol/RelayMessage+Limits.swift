extension RelayMessage {
    /// Bytes that the body of a kind may have, asked before any of it is gathered. The same for both ends.
    package static func bodyBytesMax(ofKind kind: UInt8) -> Int {
        switch kind {
        case Self.appendKind: entryBytesMax + RelayProtocolLimits.blobBytes.upperBound
        case Self.putPublicStateKind, Self.fetchedPublicStateKind: blobBytesMax
        case Self.entryEventKind: entryBytesMax
        case Self.deliverKind, Self.inboxEventKind: itemBytesMax
        case Self.publishKind, Self.claimedKind: keyPackagesBytesMax
        default: RelayProtocolLimits.unknownBodyBytesMax
        }
    }

    private static let appendKind: UInt8 = 43
    private static let putPublicStateKind: UInt8 = 44
    private static let deliverKind: UInt8 = 39
    private static let publishKind: UInt8 = 36
    private static let claimedKind: UInt8 = 101
    private static let fetchedPublicStateKind: UInt8 = 103
    private static let entryEventKind: UInt8 = 128
    private static let inboxEventKind: UInt8 = 131

    private static let framing = RelayProtocolLimits.framingBytesMax
    private static let entryBytesMax = RelayProtocolLimits.entryBodyBytes.upperBound + framing
    private static let blobBytesMax = RelayProtocolLimits.blobBytes.upperBound + framing
    private static let itemBytesMax = RelayProtocolLimits.inboxItemBytes.upperBound + framing
    private static let keyPackagesBytesMax =
        (RelayProtocolLimits.keyPackagesMax + 1) * RelayProtocolLimits.keyPackageBytes.upperBound + framing
}
