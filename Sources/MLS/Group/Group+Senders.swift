extension Group {
    /// Who signed a message of the current epoch, whether or not it can be followed: what is refused can be shown with its
    /// author's name. Nothing is used up.
    ///
    /// - Returns: `nil` if it doesn't open, isn't signed by a member, or isn't of this epoch.
    public func signer(of message: [UInt8]) -> Member? {
        guard let parsed = try? MLSMessage(parsing: message) else { return nil }
        var aside = self
        let opened: VerifiedContent?
        switch parsed {
        case .privateMessage(let message): opened = try? aside.open(message)
        case .publicMessage(let message):
            guard message.groupID == id, message.epoch == currentEpoch else { return nil }
            opened = try? secrets?.open(message, signatureKeys: signatureKeys)
        case .welcome, .groupInfo, .keyPackage: return nil
        }
        guard case .member(let leaf) = opened?.sender else { return nil }
        return member(at: leaf)
    }

    /// Where a private message of the current epoch says that its sender stands. Whoever knows the epoch's secrets, so
    /// every member, can say anything: what is signed tells ``signer(of:)``.
    ///
    /// - Returns: `nil` for any other message.
    public func claimedSender(of message: [UInt8]) -> LeafIndex? {
        guard let sealed = try? MLSMessage(parsing: message).asPrivateMessage, let secrets else { return nil }
        return try? secrets.senderData(of: sealed).leafIndex
    }
}
