import MLS

extension Member {
    /// Another signature key, no key packages, no group. `grease`: with numbers that mean nothing in the leaf's
    /// capabilities, or in the whole leaf.
    mutating func reopen(_ request: Request) throws -> Answer {
        client = Self.client(identity)
        if let grease = request.grease {
            client = client.greased()
            if grease == .capabilities { client.leafExtensions = [] }
        }
        (bundles, held, staged) = ([], nil, nil)
        return Answer()
    }

    mutating func keyPackage() throws -> Answer {
        let bundle = try KeyPackageBundle(of: client, cipherSuite: suite, now: now)
        bundles.append(bundle)
        return Answer(keyPackage: Bytes(try bundle.message()))
    }

    /// `group`: its ID.
    mutating func create(_ request: Request) throws -> Answer {
        held = try Group(
            creating: GroupID(request.group.given().bytes), cipherSuite: suite, client: client,
            configuration: configuration, now: now)
        return Answer()
    }

    /// `welcome`, `tree` if it isn't in it.
    mutating func join(_ request: Request) throws -> Answer {
        let message = try request.welcome.given().bytes
        guard case .welcome(let welcome) = try MLSMessage(received: message),
            let bundle = bundles.first(where: { bundle in
                welcome.secrets.contains { $0.newMember == bundle.reference }
            })
        else { throw PeerError.notForUs }
        let options = JoinOptions(configuration: configuration, tree: request.tree?.bytes, now: now)
        held = try Group(joining: message, with: bundle, options: options)
        bundles.removeAll { $0.reference == bundle.reference }
        return Answer()
    }

    /// `groupInfo`, `tree` if it isn't in it; `leaf`: the own old one. The commit counts as followed by all.
    mutating func joinExternally(_ request: Request) throws -> Answer {
        let options = ExternalJoinOptions(
            joining: JoinOptions(configuration: configuration, tree: request.tree?.bytes, now: now),
            replacing: request.leaf.map(LeafIndex.init))
        let join = try Group.joinByExternalCommit(request.groupInfo.given().bytes, as: client, options: options)
        held = join.group
        return Answer(commit: Bytes(join.message))
    }
}
