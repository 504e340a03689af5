import Noise

/// The rules that a pattern must keep (§7.3, §9.3), followed message by message.
struct PatternValidity {
    /// The first rule that `pattern` breaks.
    static func brokenRule(of pattern: HandshakePattern) -> String? {
        brokenRule(pattern.initiatorPreMessage, pattern.responderPreMessage, pattern.messages)
    }

    static func brokenRule(
        _ initiator: [HandshakePattern.Token], _ responder: [HandshakePattern.Token],
        _ messages: [[HandshakePattern.Token]]
    ) -> String? {
        var sent = [Set(initiator), Set(responder)]
        var performed: Set<HandshakePattern.Token> = []
        var hasPreSharedKey = false
        for (index, message) in messages.enumerated() {
            let side = index % 2
            for token in message {
                switch token {
                case .e, .s:
                    // §7.3 rule 4 and §9.3 speak of static keys too, once they are encrypted.
                    if token == .s, let rule = mayNotEncrypt(side, sent, performed, hasPreSharedKey) { return rule }
                    if !sent[side].insert(token).inserted { return "2: \(token) twice" }
                case .ee, .es, .se, .ss:
                    guard possess(token, sent) else { return "1: \(token) without its keys" }
                    if !performed.insert(token).inserted { return "3: \(token) twice" }
                case .psk: hasPreSharedKey = true
                }
            }
            if let rule = mayNotEncrypt(side, sent, performed, hasPreSharedKey) { return rule }
        }
        let senders = messages.count == 1 ? [0] : [0, 1]
        return senders.compactMap { mayNotEncrypt($0, sent, performed, hasPreSharedKey) }.first
    }

    private static func possess(
        _ token: HandshakePattern.Token, _ sent: [Set<HandshakePattern.Token>]
    ) -> Bool {
        let halves: [HandshakePattern.Token] = token.rawValue.map { $0 == "e" ? .e : .s }
        return sent[0].contains(halves[0]) && sent[1].contains(halves[1])
    }

    private static func mayNotEncrypt(
        _ side: Int, _ sent: [Set<HandshakePattern.Token>], _ performed: Set<HandshakePattern.Token>,
        _ hasPreSharedKey: Bool
    ) -> String? {
        let own: HandshakePattern.Token = side == 0 ? .se : .es
        let other: HandshakePattern.Token = side == 0 ? .es : .se
        if performed.contains(own), !performed.contains(.ee) { return "4: \(own) without ee" }
        if performed.contains(.ss), !performed.contains(other) { return "4: ss without \(other)" }
        if hasPreSharedKey, !sent[side].contains(.e) { return "§9.3: psk without e" }
        return nil
    }
}
