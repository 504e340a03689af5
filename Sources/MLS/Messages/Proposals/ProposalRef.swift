public import TLSCodec

/// The hash by which a commit names a proposal that was sent before it (RFC 9420 §5.2): of the whole authenticated
/// message, so that a proposal can't be taken for one of another sender.
public struct ProposalRef: Hashable, Sendable, TLSOpaque {
    public let bytes: [UInt8]

    public init(_ bytes: [UInt8]) { self.bytes = bytes }
}
