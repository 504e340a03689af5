package import TLSCodec

/// 32 bytes with the one meaning that their type says: two meanings are two types, so that none is taken for another.
package protocol Noun32: Hashable, Sendable, TLSCodable {
    var octets: Octets32 { get }

    init(_ octets: Octets32)
}

extension Noun32 {
    /// Nothing unless there are 32 bytes.
    package init?(_ bytes: [UInt8]) {
        guard let octets = Octets32(bytes) else { return nil }
        self.init(octets)
    }

    package var bytes: [UInt8] { octets.bytes }

    package init(from reader: inout Reader) throws(CodecError) { self.init(try Octets32(from: &reader)) }

    package func encode(into writer: inout Writer) throws(CodecError) { octets.encode(into: &writer) }

    /// Of a digest that is 32 bytes long by construction.
    init(digest: [UInt8]) {
        guard let noun = Self(digest) else { preconditionFailure("a digest of 32 bytes is 32 bytes long") }
        self = noun
    }
}
