import MLS

/// A case of the MLS working group's files that is for one cipher suite.
protocol MLSVector: ListedVector {
    var cipherSuite: UInt16 { get }
    func passes(_ suite: CipherSuite) throws -> Bool
}

extension MLSVector {
    var missing: MissingPart? {
        CipherSuite(rawValue: cipherSuite) == nil ? MissingPart(kind: "MLS suite", name: "\(cipherSuite)") : nil
    }

    func passes() throws -> Bool {
        guard let suite = CipherSuite(rawValue: cipherSuite) else { return false }
        return try passes(suite)
    }
}
