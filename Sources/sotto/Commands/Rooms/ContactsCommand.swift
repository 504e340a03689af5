import ArgumentParser
import Chat
import Identity

struct ContactsCommand: RelayCommand {
    static let configuration = CommandConfiguration(
        commandName: "contacts", abstract: "List the people whom you know at a relay.",
        discussion: """
            Examples:
              sotto contacts
              sotto contacts --add @bob        ask the relay whose name that is, and remember it
              sotto contacts --forget @bob     whoever has the name next time is taken for new
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    @Option(help: ArgumentHelp("Whom to remember.", valueName: "@name"))
    var add: String?

    @Option(help: ArgumentHelp("Whom to forget.", valueName: "@name"))
    var forget: String?

    func validate() throws {
        guard add == nil || forget == nil else { throw ValidationError("--add or --forget, not both.") }
    }

    var isOffline: Bool { add == nil }

    func perform(in session: RoomsSession) async throws(Failure) {
        if let add { return try await remember(AtName(given: add), session) }
        if let forget { return try await unpin(AtName(given: forget), session) }
        let contacts = await session.client.read { core in core.contacts.all }
        for contact in contacts { show(contact, await session.shown(contact.identity), session.output) }
        if contacts.isEmpty, !session.output.json { session.output.tell("Nobody yet: sotto contacts --add @name") }
    }

    private func remember(_ name: AtName, _ session: RoomsSession) async throws(Failure) {
        try await session.sync()
        let identity = try await session.identity(of: name)
        let contact = await session.client.read { core in core.contacts[name] }
        if let contact { show(contact, await session.shown(identity), session.output) }
    }

    private func unpin(_ name: AtName, _ session: RoomsSession) async throws(Failure) {
        guard let contact = await session.client.read({ core in core.contacts[name] }) else {
            throw PersonAddress.name(name).unknown
        }
        guard !contact.isBlocked else {
            throw Failure(.refused, "You have blocked @\(name.text).", mend: "sotto block @\(name.text) --undo")
        }
        try await session.change(.forget(name))
        session.output.show(
            "forgotten  @\(name.text)", JSONObject(["event": "forgotten", "name": .string("@" + name.text)]))
    }

    private func show(_ contact: Contact, _ person: ShownPerson?, _ output: any CommandOutput) {
        let fingerprint = Fingerprint(of: contact.identity).text
        var object = JSONObject(["fingerprint": .string(fingerprint), "verified": .flag(contact.isVerified)])
        if let name = contact.name { object.add("name", .string("@" + name.text)) }
        if let displayName = contact.displayName { object.add("displayName", .string(displayName.name.text)) }
        object.add("blocked", .flag(contact.isBlocked))
        object.add("keyChanged", .flag(contact.changedTo != nil))
        if let changed = contact.changedTo { object.add("newFingerprint", .string(Fingerprint(of: changed).text)) }
        output.show(line(contact, person, fingerprint), object)
    }

    private func line(_ contact: Contact, _ person: ShownPerson?, _ fingerprint: String) -> String {
        var words = [contact.name.map { "@" + $0.text } ?? "(no @name)"]
        if let person { words.append(person.line) }
        words.append(fingerprint)
        if contact.isBlocked { words.append("blocked") }
        if contact.changedTo != nil, let name = contact.name {
            words.append("KEY CHANGED: sotto verify @\(name.text)")
        }
        return words.joined(separator: "  ")
    }
}
