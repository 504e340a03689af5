/// Who sends the first message (§2.2).
enum HandshakeRole: Sendable {
    case initiator
    case responder

    var other: HandshakeRole { self == .initiator ? .responder : .initiator }

    /// The sender of a message, counted from 0: both send in turn.
    static func sender(ofMessage index: Int) -> HandshakeRole { index.isMultiple(of: 2) ? .initiator : .responder }
}

extension HandshakePattern {
    func preMessage(of role: HandshakeRole) -> [Token] {
        role == .initiator ? initiatorPreMessage : responderPreMessage
    }

    func usesStaticKey(of role: HandshakeRole) -> Bool {
        if preMessage(of: role).contains(.s) { return true }
        return messages.indices.contains { HandshakeRole.sender(ofMessage: $0) == role && messages[$0].contains(.s) }
    }
}
