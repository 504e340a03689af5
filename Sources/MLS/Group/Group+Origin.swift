extension Group {
    /// Whether a new group is what it says it is: one that follows a ReInit, or a branch (RFC 9420 §11.2, §11.3,
    /// §12.4.3.1).
    ///
    /// - Parameter psks: those of the Welcome.
    func checkOrigin(_ origin: Group?, _ psks: [PreSharedKeyID]) throws(MLSError) {
        guard let psk = psks.first(where: \.leadsFromAnotherGroup),
            case .resumption(let usage, let groupID, let epoch, _) = psk
        else {
            // Whoever waits for the group after a ReInit takes no other for it.
            guard origin?.epoch.reInit == nil else { throw .invalid(.reinitWelcomePSK) }
            return
        }
        guard let origin else { throw .missingPSK(psk) }
        guard currentEpoch == Epoch(rawValue: 1) else { throw .invalid(.resumptionEpoch) }
        switch usage {
        case .application: return
        case .reInit:
            guard groupID == origin.id, epoch == origin.currentEpoch else { throw .invalid(.reinitWelcomePSK) }
            try checkFollows(origin)
        case .branch:
            guard groupID == origin.id else { throw .missingPSK(psk) }
            try checkBranched(from: origin)
        }
    }

    private func checkFollows(_ origin: Group) throws(MLSError) {
        guard let reInit = origin.epoch.reInit else { throw .invalid(.reinitWelcomeCommit) }
        guard id == reInit.groupID else { throw .invalid(.reinitWelcomeGroupID) }
        guard context.version == reInit.version else { throw .invalid(.reinitWelcomeVersion) }
        guard cipherSuite.rawValue == reInit.cipherSuite else { throw .invalid(.reinitWelcomeCipherSuite) }
        guard extensions == reInit.extensions else { throw .invalid(.reinitWelcomeExtensions) }
        guard contains(clientsOf: origin) else { throw .invalid(.reinitWelcomeMembers) }
    }

    private func checkBranched(from origin: Group) throws(MLSError) {
        guard cipherSuite == origin.cipherSuite else { throw .invalid(.branchWelcomeCipherSuite) }
        guard origin.contains(clientsOf: self) else { throw .invalid(.branchWelcomeMembers) }
    }

    /// Whether every client of another group is one of this one's, as the application tells them apart.
    private func contains(clientsOf other: Group) -> Bool {
        let own = members.map(\.credential)
        let equal = Set(own)
        return other.members.allSatisfy { member in
            // Equal credentials are found at once; only others need the application's word.
            if equal.contains(member.credential) {
                if configuration.credentials.isSameClient(member.credential, member.credential) { return true }
            }
            return own.contains { configuration.credentials.isSameClient($0, member.credential) }
        }
    }
}
