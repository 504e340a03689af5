extension [KeyPackage] {
    /// Verifies the signatures of all, in `partCount` tasks at once.
    ///
    /// - Throws: ``ValidationRule/leafSignature``, ``ValidationRule/keyPackageSignature``; of several faults any one.
    func verifySignatures(_ suite: CipherSuite, partCount: Int) async throws(MLSError) {
        let partCount = Swift.max(1, Swift.min(partCount, count))
        let fault = await withTaskGroup(of: MLSError?.self) { group in
            for part in 0..<partCount {
                let places = count * part / partCount..<count * (part + 1) / partCount
                group.addTask { Self.firstFault(in: self[places], suite) }
            }
            return await group.first { $0 != nil } ?? nil
        }
        if let fault { throw fault }
    }

    private static func firstFault(in packages: ArraySlice<KeyPackage>, _ suite: CipherSuite) -> MLSError? {
        for package in packages {
            do throws(MLSError) { try LeafRules.checkSignatures(of: package, suite) } catch { return error }
        }
        return nil
    }
}
