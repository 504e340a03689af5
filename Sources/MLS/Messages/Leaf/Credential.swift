public import TLSCodec

/// Who a member says it is (RFC 9420 §5.3).
///
/// MLS only carries it and binds it to the member's signature key. Whether it is true is for the application to check,
/// whenever a credential comes or changes: nothing here does.
public enum Credential: Hashable, Sendable, TLSCodable {
    /// Bytes that the application understands.
    case basic(identity: [UInt8])
    /// DER certificates, the member's own first. They are carried, not validated.
    case x509(chain: [[UInt8]])

    public init(from reader: inout Reader) throws(CodecError) {
        switch try CredentialType(from: &reader) {
        case .basic: self = .basic(identity: try reader.opaque(.variable))
        case .x509: self = .x509(chain: try reader.vector(.variable, of: Certificate.self).map(\.bytes))
        default: throw .invalidValue
        }
    }

    public func encode(into writer: inout Writer) throws(CodecError) {
        try type.encode(into: &writer)
        switch self {
        case .basic(let identity): try writer.opaque(identity, .variable)
        case .x509(let chain): try writer.vector(chain.map(Certificate.init), .variable)
        }
    }

    public var type: CredentialType {
        switch self {
        case .basic: .basic
        case .x509: .x509
        }
    }
}
