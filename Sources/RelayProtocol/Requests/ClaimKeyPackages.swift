package import Identity
package import TLSCodec

/// Asks for one key package of each device of an identity.
package struct ClaimKeyPackages: TLSStruct, Hashable, Sendable {
    package let identity: IdentityKey
    /// The best first: of each device comes the first that it has. 1 to 8.
    package let suites: [CipherSuiteNumber]

    package init(identity: IdentityKey, suites: [CipherSuiteNumber]) {
        self.identity = identity
        self.suites = suites
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        identity = try v.key { $0.identity }
        suites = try v.vector(.uint8) { $0.suites }
        guard (1...RelayProtocolLimits.suitesMax).contains(suites.count) else { throw .lengthOutOfBounds }
    }
}
