import MLS

extension Member {
    /// `add`: key packages; `remove`: leaves; `kind`: one more change, as in `propose`; `path`: always with one;
    /// `framing`; `treeInWelcome`.
    mutating func commit(_ request: Request) throws -> Answer {
        let changes =
            try request.add.or([]).map { ProposedChange.add(try keyPackage(in: $0)) }
            + request.remove.or([]).map { .remove(LeafIndex(rawValue: $0)) }
            + (request.kind == nil ? [] : [proposal(request)])
        let now = now
        let options = CommitOptions(
            forcesPath: request.path.or(false), hasTreeInWelcome: request.treeInWelcome.or(true))
        let outgoing = try change { group in
            group.configuration.handshakes = request.framing.or(.private).format
            return try group.stageCommit(changes, options: options, now: now)
        }
        staged = outgoing.staged
        return Answer(
            commit: Bytes(outgoing.message), welcome: outgoing.welcome.map(Bytes.init),
            tree: try outgoing.staged.groupAfterwards.map { Bytes(try $0.ratchetTree()) })
    }

    /// What was staged last takes effect.
    mutating func merge() throws -> Answer {
        guard let commit = staged else { throw PeerError.nothingStaged }
        try change { try $0.merge(commit) }
        staged = nil
        return Answer()
    }

    mutating func discard() -> Answer {
        staged = nil
        return Answer()
    }

    /// `kind`, `framing`, and what the kind asks for.
    mutating func propose(_ request: Request) throws -> Answer {
        let proposed = try proposal(request)
        let now = now
        let outgoing = try change { group in
            group.configuration.handshakes = request.framing.or(.private).format
            return try group.propose(proposed, now: now)
        }
        return Answer(proposal: Bytes(outgoing.message))
    }

    private func proposal(_ request: Request) throws -> ProposedChange {
        switch try request.kind.given() {
        case .add: .add(try keyPackage(in: request.keyPackage.given()))
        case .remove: .remove(LeafIndex(rawValue: try request.leaf.given()))
        case .update: .update()
        case .resumptionPSK: .resumptionPSK(groupID: try group().id, epoch: Epoch(rawValue: try request.epoch.given()))
        case .requiredCapabilities: .extensions([try required(request)])
        }
    }

    /// `credentials`: their types.
    private func required(_ request: Request) throws -> Extension {
        let types = try request.credentials.given().map(CredentialType.init)
        return try .requiredCapabilities(RequiredCapabilities(credentialTypes: types))
    }

    private func keyPackage(in message: Bytes) throws -> KeyPackage {
        guard case .keyPackage(let package) = try MLSMessage(received: message.bytes) else { throw PeerError.notForUs }
        return package
    }
}
