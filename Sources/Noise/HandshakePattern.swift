/// Which keys travel in which handshake message, and which Diffie-Hellmans follow (revision 34 §7).
///
/// Only the specification's own patterns exist, with `psk` modifiers on them, so every value is valid in the senses of
/// §7.3 and §9.3. Patterns are data: ``all`` is the table.
public struct HandshakePattern: Sendable, Hashable, CustomStringConvertible {
    /// With its modifiers, as in a protocol name: `XX`, `IKpsk2`, `NNpsk0+psk2`.
    public let name: String
    /// What the responder knows of the initiator's keys before the first message.
    public let initiatorPreMessage: [Token]
    /// What the initiator knows of the responder's keys before the first message.
    public let responderPreMessage: [Token]
    /// The messages; the initiator sends the first, then both in turn.
    public let messages: [[Token]]

    public var description: String { name }

    /// The initiator alone may send transport messages (§7.4).
    public var isOneWay: Bool { messages.count == 1 }

    /// How many pre-shared keys each side brings.
    public var preSharedKeyCount: Int {
        messages.reduce(0) { count, message in count + message.count { $0 == .psk } }
    }

    init(_ name: String, initiator: [Token] = [], responder: [Token] = [], messages: [[Token]]) {
        self.name = name
        initiatorPreMessage = initiator
        responderPreMessage = responder
        self.messages = messages
    }
}
