import Sodium

extension GroupEpoch {
    /// The pre-shared keys of a commit, chained (RFC 9420 §8.4): secrets of this group's own epochs first, then what the
    /// store has.
    ///
    /// - Throws: ``MLSError/missingPSK(_:)``.
    func pskSecret(of ids: [PreSharedKeyID], _ store: PSKStore) throws(MLSError) -> Secret {
        guard !ids.isEmpty else { return suite.zeroSecret }
        var entries: [PSKSecret.Entry] = []
        for id in ids {
            guard let psk = ownSecret(of: id) ?? store.secret(of: id) else { throw .missingPSK(id) }
            entries.append(PSKSecret.Entry(id: id, psk: psk))
        }
        return try PSKSecret.derive(suite, entries)
    }

    private func ownSecret(of id: PreSharedKeyID) -> Secret? {
        guard case .resumption(_, groupID, let epoch, _) = id else { return nil }
        return resumptionPSK(of: epoch)
    }
}
