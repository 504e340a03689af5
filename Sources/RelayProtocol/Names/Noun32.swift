package import TLSCodec

/// 32 bytes with the one meaning that their type says: two meanings are two types, so that none is taken for another.
package protocol Noun32: Hashable, Sendable, TLSCodable {
    /// Nothing unless there are 32 bytes.
    init?(_ bytes: [UInt8])

    var bytes: [UInt8] { get }
}
