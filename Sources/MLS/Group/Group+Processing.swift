extension Group {
    /// Verifies a message for this group and tells what it is.
    ///
    /// A message that is refused changes nothing. One that is opened has used up its key: store the group together with
    /// what came out. A commit doesn't take effect, a proposal isn't cached before the caller says so.
    ///
    /// - Parameters:
    ///   - message: an MLSMessage, from anybody.
    ///   - psks: pre-shared keys that a commit may name and that aren't secrets of this group's own epochs.
    ///   - now: if given, key packages that are added must be valid at this time. All members would have to agree on
    ///     it: leave it out where the order of messages decides what counts.
    /// - Throws: ``MLSError/malformed(_:)``, ``MLSError/wrongGroup``, ``MLSError/wrongEpoch``, ``MLSError/doesNotOpen``,
    ///   ``MLSError/secretUsedOrGone``, ``MLSError/generationTooFar``, ``MLSError/ownMessage``, or `.invalid` with the
    ///   rule that is broken; ``MLSError/unsupported`` for an MLSMessage of another kind; ``MLSError/removed``, and for
    ///   handshakes ``MLSError/reinitialised``. Of a commit also ``MLSError/missingProposal(_:)``,
    ///   ``MLSError/missingPSK(_:)``, ``MLSError/pathDoesNotOpen``, ``MLSError/missingUpdateSecret(_:)``,
    ///   ``MLSError/overLimit`` for a tree or PSKs beyond what can be counted, ``MLSError/exhausted`` after the last
    ///   epoch. Which of them only this member sees: ``MLSError/concernsThisMemberAlone``.
    public mutating func process(
        _ message: [UInt8], psks: PSKStore = .empty, now: UnixTime? = nil
    ) throws(MLSError) -> ProcessedMessage {
        try process(Received(try MLSMessage(parsing: message), encoding: message), psks, now)
    }

    /// The same for a message that was decoded already.
    public mutating func process(
        _ message: MLSMessage, psks: PSKStore = .empty, now: UnixTime? = nil
    ) throws(MLSError) -> ProcessedMessage {
        try process(Received(message, encoding: nil), psks, now)
    }

    private mutating func process(
        _ received: Received, _ psks: PSKStore, _ now: UnixTime?
    ) throws(MLSError) -> ProcessedMessage {
        switch received.message {
        case .privateMessage(let message): try process(message, received, psks, now)
        case .publicMessage(let message): try process(message, received, psks, now)
        case .welcome, .groupInfo, .keyPackage: throw .unsupported
        }
    }

    private mutating func process(
        _ message: PublicMessage, _ received: Received, _ psks: PSKStore, _ now: UnixTime?
    ) throws(MLSError) -> ProcessedMessage {
        guard message.groupID == id else { throw .wrongGroup }
        guard message.epoch == currentEpoch else { throw .wrongEpoch }
        _ = try active()
        guard let secrets else { throw .removed }
        if message.contentType == .commit, let own = try ownCommit(received) { return own }
        let verified = try secrets.open(message, signatureKeys: signatureKeys)
        return try handle(verified, received, psks, now)
    }

    private mutating func process(
        _ message: PrivateMessage, _ received: Received, _ psks: PSKStore, _ now: UnixTime?
    ) throws(MLSError) -> ProcessedMessage {
        guard message.groupID == id else { throw .wrongGroup }
        guard message.epoch == currentEpoch, secrets != nil else { return try processLate(message) }
        guard message.contentType != .application else {
            return try handle(try open(message), received, psks, now)
        }
        _ = try active()
        if message.contentType == .commit, let own = try ownCommit(received) { return own }
        let before = secrets
        do throws(MLSError) {
            return try handle(try open(message), received, psks, now)
        } catch {
            // What was opened isn't followed: its key stays. The one step that rolls back, for what it opens tells how
            // it goes on.
            secrets = before
            throw error
        }
    }

    private func handle(
        _ verified: VerifiedContent, _ received: Received, _ psks: PSKStore, _ now: UnixTime?
    ) throws(MLSError) -> ProcessedMessage {
        switch verified.claim {
        case .application: .application(try application(verified) { epoch.tree[$0] })
        case .proposal(let proposal, let sender): .proposal(try self.received(proposal, from: sender, in: verified))
        case .commit(let commit, let leaf):
            .commit(try stage(commit, by: leaf, try incoming(verified, received, psks), now))
        case .externalCommit(let commit, let path):
            .commit(try stage(commit, joiningWith: path, try incoming(verified, received, psks), now))
        }
    }

    private func incoming(
        _ verified: VerifiedContent, _ received: Received, _ psks: PSKStore
    ) throws(MLSError) -> IncomingCommit {
        IncomingCommit(content: verified.content, reference: try received.reference(cipherSuite), psks: psks)
    }
}
