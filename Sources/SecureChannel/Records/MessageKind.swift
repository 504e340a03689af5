/// What a message is. Kinds below 16 are the line's own; the rest belong to whoever talks over it.
package struct MessageKind: RawRepresentable, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// "Are you there?" The body comes back in a ``pong``.
    package static let ping = MessageKind(rawValue: 1)
    package static let pong = MessageKind(rawValue: 2)
    /// "I send nothing more." A connection that closes without it was cut.
    package static let end = MessageKind(rawValue: 3)
    /// One ``Refusal`` code.
    package static let refusal = MessageKind(rawValue: 4)
    /// The relay's first message: it has accepted the hello.
    package static let accepted = MessageKind(rawValue: 5)

    package static let firstOfApplication: UInt8 = 16

    var isOfLine: Bool { rawValue < Self.firstOfApplication }
}
