/// The message if it is of one kind.
extension MLSMessage {
    public var asPublicMessage: PublicMessage? {
        guard case .publicMessage(let message) = self else { return nil }
        return message
    }

    public var asPrivateMessage: PrivateMessage? {
        guard case .privateMessage(let message) = self else { return nil }
        return message
    }

    public var asWelcome: Welcome? {
        guard case .welcome(let message) = self else { return nil }
        return message
    }

    public var asGroupInfo: GroupInfo? {
        guard case .groupInfo(let message) = self else { return nil }
        return message
    }

    public var asKeyPackage: KeyPackage? {
        guard case .keyPackage(let message) = self else { return nil }
        return message
    }
}
