import Chat
import Identity

/// Compares a person's key with what they say it is, by what is kept here alone.
struct VerifyPerson: Sendable {
    let address: PersonAddress
    let proof: PersonProof?
    /// Mark them verified.
    let marks: Bool
    /// Decide whom a name means whose key has changed.
    let pins: Bool
    let canAsk: Bool
    /// Show the number as a picture too.
    let qr: Bool

    func run(_ session: RoomsSession) async throws(Failure) {
        let identity = try await session.known(address)
        guard identity != session.identity else {
            throw Failure(.wrongUsage, "That is you.", mend: "sotto fingerprint")
        }
        let contact = await session.client.read { core in core.contacts.undecided(identity) }
        if let contact, let name = contact.name, let shown = contact.changedTo {
            return try await decide(name, known: contact.identity, shown: shown, session)
        }
        guard !pins || proof?.fits(identity, seenBy: session.identity) == true else { throw Self.mismatch }
        try await compare(identity, session)
    }

    /// The relay gave another key than is known: which one is theirs, only they can say.
    private func decide(
        _ name: AtName, known: IdentityKey, shown: IdentityKey, _ session: RoomsSession
    ) async throws(Failure) {
        guard pins, let proof else { throw Failure(.keyChanged(name, known: known, shown: shown)) }
        let fitting = [shown, known].first { proof.fits($0, seenBy: session.identity) }
        guard let fitting else { throw Self.mismatch }
        try await session.change(.decide(fitting, for: name))
        try await compare(fitting, session)
    }

    private func compare(_ identity: IdentityKey, _ session: RoomsSession) async throws(Failure) {
        let number = SafetyNumber(of: session.identity, and: identity)
        let matches = proof.map { $0.fits(identity, seenBy: session.identity) }
        if matches == false {
            await show(identity, number, matches: matches, session)
            throw Self.mismatch
        }
        if marks {
            guard matches == true || isConfirmed(number) else { throw Self.unproven }
            try await session.checkRoomForContact(identity)
            try await session.change(.verify(identity))
        }
        await show(identity, number, matches: matches, session)
    }

    private func isConfirmed(_ number: SafetyNumber) -> Bool {
        canAsk && Question.isConfirmed("\(number.text)\nDo they see the same number?")
    }

    private func show(
        _ identity: IdentityKey, _ number: SafetyNumber, matches: Bool?, _ session: RoomsSession
    ) async {
        let person = await session.shown(identity)
        let isVerified = await session.client.read { core in core.contacts.isVerified(identity) }
        let (theirs, own) = (Fingerprint(of: identity).text, Fingerprint(of: session.identity).text)
        var object = JSONObject([
            "safetyNumber": .string(number.text), "fingerprint": .string(theirs), "own": .string(own),
            "verified": .flag(isVerified),
        ])
        if let person { object.add("displayName", .string(person.name.text)) }
        if let matches { object.add("matches", .flag(matches)) }
        guard !session.output.json else { return session.output.show("", object) }
        if let person { session.output.show(person.line, object) }
        for line in ["safety number  \(number.text)", "theirs  \(theirs)", "yours   \(own)"] {
            session.output.show(line, object)
        }
        if qr, let picture = QRPicture(ungrouped: number.text) { session.output.show(ConsoleLine(picture.lines)) }
        if let matches { session.output.show(matches ? "It matches." : "It does NOT match.", object) }
        if isVerified { session.output.show("They are verified.", object) }
    }

    private static let mismatch = Failure(
        .keyChanged, "That isn't what this home knows of them. Nothing was changed.",
        mend: "Ask them in person for their number or fingerprint; until it matches, take nobody for them.")
    private static let unproven = Failure(
        .wrongUsage, "Nobody has said that it matches.",
        mend: "Give the number that they see: sotto verify WHO NUMBER --mark")
}
