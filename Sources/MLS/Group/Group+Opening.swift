extension Group {
    /// Whose key a message of the current epoch must be signed with.
    var signatureKeys: SignatureKeys {
        let (tree, extensions) = (epoch.tree, epoch.extensions)
        return Self.signatureKeys(
            { tree[$0] },
            // Read for a message of one of them only: a member may have made the list long.
            outside: { index in
                do { return try extensions.externalSenders()?[index] } catch { return nil }
            })
    }

    /// Opens a message of the current epoch: its key is used up if nothing is thrown.
    mutating func open(_ message: PrivateMessage) throws(MLSError) -> VerifiedContent {
        let tree = epoch.tree
        let keys = Self.signatureKeys({ tree[$0] })
        do throws(MLSError) {
            guard
                let opened = try secrets?.open(
                    message, limits: configuration.ratchetLimits, signatureKeys: keys)
            else { throw .removed }
            return opened
        } catch { throw explained(error, message, secrets) }
    }

    /// A message of an epoch that is over: only what members said can still be opened.
    mutating func processLate(_ message: PrivateMessage) throws(MLSError) -> ProcessedMessage {
        guard message.contentType == .application,
            let place = past.firstIndex(where: { $0.epoch == message.epoch })
        else { throw epoch.member == nil ? .removed : .wrongEpoch }
        let members = past[place].members
        let keys = Self.signatureKeys({ members[$0] })
        do throws(MLSError) {
            let opened = try past[place].secrets.open(
                message, limits: configuration.ratchetLimits, signatureKeys: keys)
            return .application(try application(opened) { members[$0] })
        } catch { throw explained(error, message, past[place].secrets) }
    }

    func application(
        _ opened: VerifiedContent, from member: (LeafIndex) -> LeafNode?
    ) throws(MLSError) -> ApplicationMessage {
        // A defence: it was opened as application data, with that leaf's signature key.
        guard case .application(let content, let leaf) = opened.claim, let node = member(leaf) else {
            throw .invalid(.senderDataLeaf)
        }
        let framed = opened.framed
        return ApplicationMessage(
            sender: Member(leaf, node), epoch: framed.epoch, authenticatedData: framed.authenticatedData,
            content: content)
    }

    /// The own commit that has come back, if it is one.
    func ownCommit(_ received: Received) throws(MLSError) -> ProcessedMessage? {
        guard !ownCommits.isEmpty else { return nil }
        let reference = try received.reference(cipherSuite)
        return ownCommits.contains(reference) ? .ownCommit(reference) : nil
    }

    /// A key that is gone because this very member used it is another matter than a repeated message.
    private func explained(_ error: MLSError, _ message: PrivateMessage, _ secrets: EpochSecrets?) -> MLSError {
        guard error == .secretUsedOrGone, let secrets else { return error }
        do throws(MLSError) {
            return try secrets.senderData(of: message).leafIndex == epoch.ownLeaf ? .ownMessage : error
        } catch { return .secretUsedOrGone }
    }

    private static func signatureKeys(
        _ member: @escaping (LeafIndex) -> LeafNode?,
        outside: @escaping (SenderIndex) -> ExternalSender? = { _ in nil }
    ) -> SignatureKeys {
        { (sender) throws(MLSError) in
            switch sender {
            case .member(let leaf): member(leaf)?.signatureKey
            case .external(let index): outside(index)?.signatureKey
            case .newMemberProposal, .newMemberCommit: nil
            }
        }
    }
}
