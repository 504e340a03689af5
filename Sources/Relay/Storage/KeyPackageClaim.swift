package import RelayProtocol

/// One key package as the storage hands it out.
package struct KeyPackageClaim: Hashable, Sendable {
    package let suite: CipherSuiteNumber
    package let isLastResort: Bool
    package let keyPackage: KeyPackageBytes

    package init(suite: CipherSuiteNumber, isLastResort: Bool, keyPackage: KeyPackageBytes) {
        self.suite = suite
        self.isLastResort = isLastResort
        self.keyPackage = keyPackage
    }
}
