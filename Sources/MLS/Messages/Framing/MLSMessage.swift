public import TLSCodec

/// Anything that MLS sends (RFC 9420 §6). Decoding checks the form alone: what is in it is proven by a ``Group``.
///
/// - Throws: in decoding, `CodecError.invalidValue` for another version of the protocol.
public enum MLSMessage: Hashable, Sendable, TLSCodable {
    case publicMessage(PublicMessage)
    case privateMessage(PrivateMessage)
    case welcome(Welcome)
    case groupInfo(GroupInfo)
    case keyPackage(KeyPackage)

    public init(from reader: inout Reader) throws(CodecError) {
        guard try ProtocolVersion(from: &reader) == .mls10 else { throw .invalidValue }
        switch try WireFormat(from: &reader) {
        case .publicMessage: self = .publicMessage(try PublicMessage(from: &reader))
        case .privateMessage: self = .privateMessage(try PrivateMessage(from: &reader))
        case .welcome: self = .welcome(try Welcome(from: &reader))
        case .groupInfo: self = .groupInfo(try GroupInfo(from: &reader))
        case .keyPackage: self = .keyPackage(try KeyPackage(from: &reader))
        }
    }

    public func encode(into writer: inout Writer) throws(CodecError) {
        try version.encode(into: &writer)
        try wireFormat.encode(into: &writer)
        switch self {
        case .publicMessage(let message): try message.encode(into: &writer)
        case .privateMessage(let message): try message.encode(into: &writer)
        case .welcome(let message): try message.encode(into: &writer)
        case .groupInfo(let message): try message.encode(into: &writer)
        case .keyPackage(let message): try message.encode(into: &writer)
        }
    }

    public var version: ProtocolVersion { .mls10 }

    public var wireFormat: WireFormat {
        switch self {
        case .publicMessage: .publicMessage
        case .privateMessage: .privateMessage
        case .welcome: .welcome
        case .groupInfo: .groupInfo
        case .keyPackage: .keyPackage
        }
    }
}
