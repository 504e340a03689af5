import Noise

/// A pattern made from its name alone by the rules of §18.3, to compare the table with.
struct PatternDerivation {
    private var sent: [Set<HandshakePattern.Token>] = [[], []]
    private var performed: Set<HandshakePattern.Token> = []
    private var isDeferred = [false, false]
    private let letters: [Character]
    private let isOneWay: Bool

    init(name: String) {
        var letters: [Character] = []
        for character in name {
            if character == "1" { isDeferred[letters.count - 1] = true } else { letters.append(character) }
        }
        isOneWay = letters.count == 1
        self.letters = isOneWay ? letters + ["K"] : letters
        for side in 0...1 where self.letters[side] == "K" { sent[side].insert(.s) }
    }

    var preMessages: [[HandshakePattern.Token]] { letters.map { $0 == "K" ? [.s] : [] } }

    mutating func messages() -> [[HandshakePattern.Token]] {
        var messages: [[HandshakePattern.Token]] = []
        while true {
            let message = next(by: messages.count % 2, isFirst: messages.count < 1)
            guard !message.isEmpty else { return messages }
            messages.append(message)
            if isOneWay { return messages }
        }
    }

    private mutating func next(by side: Int, isFirst: Bool) -> [HandshakePattern.Token] {
        var message: [HandshakePattern.Token] = []
        let rules: [HandshakePattern.Token] = side == 0 ? [.e, .ee, .se, .es, .ss, .s] : [.e, .ee, .se, .es, .s]
        var open = rules
        while let index = open.firstIndex(where: { applies($0, by: side, isFirst: isFirst) }) {
            let token = open.remove(at: index)
            let authenticating: [HandshakePattern.Token: Int] = [.se: 0, .es: 1]
            if let author = authenticating[token], isDeferred[author] {
                isDeferred[author] = false
                continue
            }
            message.append(token)
            if token == .e || token == .s { sent[side].insert(token) } else { performed.insert(token) }
        }
        return message
    }

    private func applies(_ token: HandshakePattern.Token, by side: Int, isFirst: Bool) -> Bool {
        guard !performed.contains(token), !sent[side].contains(token) else { return false }
        switch token {
        case .e: return true
        case .ee: return sent[0].contains(.e) && sent[1].contains(.e)
        case .se: return sent[0].contains(.s) && sent[1].contains(.e)
        case .es: return sent[0].contains(.e) && sent[1].contains(.s)
        case .ss:
            return sent[0].contains(.s) && sent[1].contains(.s) && performed.contains(.es) && isFirst && !isDeferred[0]
        case .s: return side == 0 ? letters[0] == (isFirst ? firstLetter : "X") : letters[1] == "X"
        case .psk: return false
        }
    }

    private var firstLetter: Character { isOneWay ? "X" : "I" }
}
