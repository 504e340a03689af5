/// The message if it is of one kind, `nil` if it is of another.
extension MLSMessage {
    /// A proposal or commit that everybody may read (RFC 9420 §6.2).
    public var asPublicMessage: PublicMessage? {
        guard case .publicMessage(let message) = self else { return nil }
        return message
    }

    /// Anything that is sealed to a group (RFC 9420 §6.3).
    public var asPrivateMessage: PrivateMessage? {
        guard case .privateMessage(let message) = self else { return nil }
        return message
    }

    /// What lets new members in (RFC 9420 §12.4.3.1).
    public var asWelcome: Welcome? {
        guard case .welcome(let message) = self else { return nil }
        return message
    }

    /// What is published of a group for those who join by external commits (RFC 9420 §12.4.3).
    public var asGroupInfo: GroupInfo? {
        guard case .groupInfo(let message) = self else { return nil }
        return message
    }

    /// What somebody is added with (RFC 9420 §10).
    public var asKeyPackage: KeyPackage? {
        guard case .keyPackage(let message) = self else { return nil }
        return message
    }
}
