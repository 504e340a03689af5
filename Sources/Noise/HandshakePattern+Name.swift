extension HandshakePattern {
    /// The pattern of a name section (§8.1): a name of ``all``, then modifiers, `psk0` to `pskN` for N messages, each
    /// at most once and in rising order, joined by `+`.
    ///
    /// - Throws: ``NoiseError/unknownPattern``; ``NoiseError/unsupportedModifier`` for `fallback`, any other modifier,
    ///   and places or orders that aren't allowed.
    public init(name: String) throws(NoiseError) {
        let base = name.prefix { $0.isASCII && ($0.isUppercase || $0.isNumber) }
        guard let pattern = Self.all.first(where: { $0.name == base }) else { throw .unknownPattern }
        let modifiers = name[base.endIndex...]
        guard !modifiers.isEmpty else {
            self = pattern
            return
        }
        self = try pattern.withPreSharedKeys(at: Self.places(modifiers))
    }

    /// This pattern with pre-shared keys: at place 0 at the start of the first message, at place n at the end of the
    /// nth (§9.4). Any of these may be put on any pattern.
    ///
    /// - Throws: ``NoiseError/unsupportedModifier`` unless `places` rise and the pattern has them and no modifier yet.
    public func withPreSharedKeys(at places: [Int]) throws(NoiseError) -> HandshakePattern {
        guard preSharedKeyCount == 0 else { throw .unsupportedModifier }
        guard zip(places, places.dropFirst()).allSatisfy({ $0 < $1 }) else { throw .unsupportedModifier }
        var messages = messages
        for place in places {
            guard (0...messages.count).contains(place) else { throw .unsupportedModifier }
            if place == 0 { messages[0].insert(.psk, at: 0) } else { messages[place - 1].append(.psk) }
        }
        let modifiers = places.map { "psk\($0)" }.joined(separator: "+")
        return HandshakePattern(
            name + modifiers, initiator: initiatorPreMessage, responder: responderPreMessage, messages: messages)
    }

    /// One digit is enough: no pattern has ten messages.
    private static func places(_ modifiers: Substring) throws(NoiseError) -> [Int] {
        var places: [Int] = []
        for modifier in modifiers.split(separator: "+", omittingEmptySubsequences: false) {
            guard modifier.utf8.count == 4, modifier.hasPrefix("psk"), let digit = modifier.utf8.last,
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit)
            else { throw .unsupportedModifier }
            places.append(Int(digit - UInt8(ascii: "0")))
        }
        return places
    }
}
