package import TLSCodec

/// A device's credential as its owner sent it. Whoever gets it verifies it: a relay may say anything.
package struct CredentialBytes: TLSStruct, Hashable, Sendable {
    package let bytes: [UInt8]

    package init(_ bytes: [UInt8]) { self.bytes = bytes }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        bytes = try v.opaque(.uint16, in: RelayProtocolLimits.credentialBytes) { $0.bytes }
    }
}
