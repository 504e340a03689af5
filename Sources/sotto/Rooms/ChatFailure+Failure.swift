import Chat
import Identity
import RelayClient
import RelayProtocol

extension Failure {
    /// Why what was asked of a room isn't done.
    init(_ failure: ChatFailure) {
        switch failure {
        case .noSuchRoom: self = .noSuchRoom
        case .roomExists: self.init(.failed, "You are in that room already, or were.", mend: "sotto rooms")
        case .notMember: self.init(.refused, "You aren't a member of that room.", mend: "sotto rooms")
        case .nobodyThere:
            self.init(
                .failed, "The relay has nothing by which that person could be added.",
                mend: "They have to run sotto at this relay once. Or send them a link: sotto invite ROOM --link")
        case .wrongPerson:
            self.init(
                .keyChanged, "What the relay gave for that person doesn't belong to them. Nothing was done.",
                mend: "Compare fingerprints with them (sotto fingerprint), and ask the relay's owner.")
        case .roomLost:
            self.init(
                .refused, "The relay doesn't have this room any more, or not what you knew of it last.",
                mend: "Ask its owner what became of it. What you have read stays: sotto history ROOM")
        case .relay(let error): self.init(error)
        case .notAllowed:
            self.init(.refused, "That isn't yours to change in this room.", mend: "Ask an admin: sotto members ROOM")
        case .group:
            self.init(.failed, "The room can't be changed that way now.", mend: "Look who is there: sotto members ROOM")
        case .link, .wrongLink:
            self.init(.refused, "That link leads nowhere: it has ended, or is used up.", mend: "Ask for another one.")
        case .keyChanged(let name, let known, let shown):
            self.init(
                .keyChanged,
                """
                The relay gives another key for @\(name.text) than before. Nothing was sent to it.
                  known  \(Fingerprint(of: known).text)
                  shown  \(Fingerprint(of: shown).text)
                """, mend: "Ask them which one is theirs, then: sotto verify @\(name.text) --pin FINGERPRINT")
        case .blocked: self.init(.refused, "You have blocked them.", mend: "sotto block WHO --undo")
        case .notDelivered:
            self.init(
                .refused, "The relay has no room for the invitation in that person's inbox.",
                mend: "Ask them to run sotto at this relay, and invite them again.")
        case .tooLong: self.init(.wrongUsage, "That is too long for one message.", mend: "Send it in parts.")
        }
    }

    init(_ error: ChatStorageError) {
        switch error {
        case .full: self.init(.failed, "The disk is full; nothing was done.", mend: "Make room on it.")
        case .failed:
            self.init(.failed, "The disk doesn't keep what it is given; nothing was done.", mend: "Look at it: dmesg")
        case .damaged:
            self.init(
                .damaged, "What this home keeps of rooms is damaged; nothing was changed.",
                mend: "Put the home back from a backup.")
        }
    }

    static let noSuchRoom = Failure(.wrongUsage, "There is no such room here.", mend: "sotto rooms")

    private init(_ error: RelayClientError) {
        switch error {
        case .refused(.notAllowed, _), .refused(.outOfTurn, _):
            self.init(.refused, "The relay doesn't let you.", mend: "The link may have ended, or you were removed.")
        case .refused(.overQuota, _):
            self.init(
                .refused, "Your share of the relay is full.", mend: "Its owner can raise --max-room-size or --disk-cap."
            )
        case .refused(.tooOften, let seconds):
            self.init(.refused, "The relay has been asked too often.", mend: "Try again in \(seconds) s.")
        case .refused(let code, _): self.init(.refused, "The relay refuses it (code \(code.rawValue)).")
        default: self.init(.unreachable, "The relay didn't answer.", mend: "Try again; nothing is done twice.")
        }
    }

    /// Why there is no line.
    init(_ error: RelayLineError, dialling relay: RelayAddress) {
        switch error {
        case .helloRefused:
            self.init(
                .refused, "The relay has seen newer keys of this device.",
                mend: "Use the home that has them; a copied-back one stays out.")
        default: self.init(error.lineError, dialling: relay)
        }
    }
}

extension ChatFailure {
    /// Nothing is sent to them, whoever they are.
    var isDistrust: Bool {
        switch self {
        case .keyChanged, .blocked: true
        default: false
        }
    }
}
