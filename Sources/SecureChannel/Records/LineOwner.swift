import Identity

/// Whose a line is: who may have many, and answers for what all of them hold.
enum LineOwner: Hashable, Sendable {
    case relay(RelayKey)
    case account(IdentityKey)

    /// Mostly one; all who hold as much as anybody.
    static func holdingMost(_ lines: some Sequence<(LineOwner, Int)>) -> Set<LineOwner> {
        let held = Dictionary(lines, uniquingKeysWith: +)
        let most = held.values.max()
        return Set(held.filter { $0.value == most }.keys)
    }
}

extension LinePeer {
    var owner: LineOwner {
        switch identity {
        case .relay(let key): .relay(key)
        case .client(let hello): .account(hello.credential.identityKey)
        }
    }
}
