extension RelayMessageKind {
    /// Bytes that a body may have: what the largest value of this kind takes, and some more, so that what is a little too
    /// long is refused by an answer and not by the line's end.
    var bodyBytesMax: Int {
        switch self {
        case .append: Self.entryBytesMax + RelayProtocolLimits.blobBytes.upperBound
        case .putPublicState, .fetchedPublicState: Self.blobBytesMax
        case .entriesEvent: Self.entryBytesMax
        case .deliver, .inboxEvent: Self.itemBytesMax
        case .publishKeyPackages, .claimed: Self.keyPackagesBytesMax
        default: RelayProtocolLimits.smallBodyBytesMax
        }
    }

    private static let framing = RelayProtocolLimits.framingBytesMax
    private static let entryBytesMax = RelayProtocolLimits.entryBodyBytes.upperBound + framing
    private static let blobBytesMax = RelayProtocolLimits.blobBytes.upperBound + framing
    private static let itemBytesMax = RelayProtocolLimits.inboxItemBytes.upperBound + framing
    private static let keyPackagesBytesMax =
        (RelayProtocolLimits.keyPackagesMax + 1) * RelayProtocolLimits.keyPackageBytes.upperBound + framing
}

extension RelayMessage {
    /// Bytes that the body of a kind may have, asked before any of it is gathered. The same for both ends.
    package static func bodyBytesMax(ofKind kind: UInt8) -> Int {
        RelayMessageKind(rawValue: kind)?.bodyBytesMax ?? RelayProtocolLimits.smallBodyBytesMax
    }
}
