package import TLSCodec

/// Asks how many key packages of this device are left for one suite.
package struct CountKeyPackages: TLSStruct, Hashable, Sendable {
    package let suite: CipherSuiteNumber

    package init(suite: CipherSuiteNumber) {
        self.suite = suite
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        suite = try v.nested { $0.suite }
    }
}
