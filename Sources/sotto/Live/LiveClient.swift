import Chat
import Identity
import RelayClient
import RelayProtocol

/// A person, or a pipe, at a client: what happens in rooms goes to the screen, what is typed into the room that they are
/// in.
actor LiveClient {
    private let session: RoomsSession
    private let screen: LiveScreen
    private let style: LiveStyle
    private let places: SendingRoom

    private var room: RoomID?
    /// Up to which entry a room is on the screen, or was there before.
    private var shown: [RoomID: EntryNumber] = [:]
    private var unsent: [MessageID: RoomID] = [:]
    private var isOnline = false
    /// In this run.
    private var wasOnline = false
    /// That there is no line has been said.
    private var isTold = false
    private var isInputOver = false
    private var refusedCount = 0
    /// Since when nothing came of what was said.
    private var quietSince = ContinuousClock.now

    init(_ session: RoomsSession, screen: LiveScreen, style: LiveStyle, places: SendingRoom) {
        (self.session, self.screen, self.style, self.places) = (session, screen, style, places)
    }

    /// Goes into a room, with the last of what was said there.
    func enter(_ room: RoomID) async throws(Failure) {
        self.room = room
        let (overview, members) = try await session.read { core throws(ChatStorageError) in
            (
                RoomOverview(of: room, in: core),
                core.state(of: room)?.members.map { ShownPerson($0, among: RoomPeople(of: room, in: core)).line } ?? []
            )
        }
        if let overview { screen.tellRoom(overview, members: members) }
        guard style.showsPast else { return }
        let rows = try await session.rows(of: room, last: LiveLimits.pastEntries)
        for row in rows where !row.isHidden { screen.show(row, of: room, in: nil) }
        if let last = rows.last { shown[room] = last.number }
    }

    /// - Parameter room: where to begin; nothing: in no room.
    func begin(in room: RoomID?) async throws(Failure) {
        isOnline = await session.client.isOnline
        wasOnline = isOnline
        shown = session.begun
        if let room { try await enter(room) } else { screen.tellNoRoom() }
        try await tellInvitations()
        let rooms = try await session.read { core throws(ChatStorageError) in core.roomIDs }
        // To programs, all that this run has brought; to a person, that there is something.
        for room in rooms { if style.showsPast { try await tellNews(of: room) } else { try await showNew(in: room) } }
    }

    private func tellNews(of room: RoomID) async throws(Failure) {
        let rows = try await session.rows(of: room, after: shown[room] ?? .none, atMost: LiveLimits.unshownEntriesMax)
        guard room != self.room, let last = rows.last else { return }
        shown[room] = last.number
        let name = try await name(of: room)
        screen.output.tell("news in #\(name): /room \(name)")
    }

    private func tellInvitations() async throws(Failure) {
        let invitations = try await session.read { core throws(ChatStorageError) in
            core.roomIDs.compactMap { RoomOverview(of: $0, in: core) }.filter { $0.standing == .invited }
        }
        for invitation in invitations { screen.tellInvitation(invitation) }
    }

    // MARK: What happens

    func take(_ event: ChatEvent) async throws(Failure) {
        switch event {
        case .entry(let room, _): try await showNew(in: room)
        case .stored(let room, let id): stored(id, in: room)
        case .invited(let room): try await tellInvitation(to: room)
        case .joined(let room): if style.followsJoining, room != self.room { try await enter(room) }
        case .left(let room): try await leave(room)
        case .online:
            if !isOnline { screen.tellOnline() }
            (isOnline, wasOnline, isTold) = (true, true, false)
        case .offline:
            if isOnline || !isTold { screen.tellOffline(waiting: unsent.count) }
            (isOnline, isTold) = (false, true)
        case .troubled(let room): try await tellTrouble(of: room)
        case .diskFull: screen.output.tell("the disk is full; nothing goes on until there is room")
        case .ended(.line(let error)): throw Failure(error, dialling: session.relay)
        case .failed(let room, let failure): try await drop(in: room, for: failure)
        case .ended, .granted, .changed, .caughtUp, .inboxRead: break
        }
    }

    /// Some at a time, and then some when those are on the screen.
    private func showNew(in room: RoomID) async throws(Failure) {
        while true {
            let rows = try await session.rows(
                of: room, after: shown[room] ?? .none, atMost: LiveLimits.unshownEntriesMax)
            guard let last = rows.last else { return }
            shown[room] = last.number
            let name = room == self.room ? nil : try await name(of: room)
            for row in rows where !isEcho(row.row) && !row.isHidden { screen.show(row, of: room, in: name) }
            guard rows.count == LiveLimits.unshownEntriesMax else { return }
            await screen.wait()
        }
    }

    /// What a terminal without a prompt shows already, for it was typed there.
    private func isEcho(_ row: TimelineRow) -> Bool {
        guard style.echoes, case .message(let message) = row.event else { return false }
        return message.sender.identity.isSame(as: session.identity)
    }

    private func stored(_ id: MessageID, in room: RoomID) {
        screen.tellStored(id, in: room)
        guard unsent.removeValue(forKey: id) != nil else { return }
        quietSince = .now
        places.give(back: 1)
    }

    /// What was said to somebody to whom nothing is sent.
    private func drop(in room: RoomID, for failure: ChatFailure) async throws(Failure) {
        guard failure.isDistrust else { return }
        for id in unsent.filter({ $0.value == room }).map(\.key) where try await !session.keeps(id, in: room) {
            unsent[id] = nil
            places.give(back: 1)
            refuse(Failure(failure).sentence)
        }
    }

    private func tellInvitation(to room: RoomID) async throws(Failure) {
        let overview = try await session.read { core throws(ChatStorageError) in RoomOverview(of: room, in: core) }
        if let overview { screen.tellInvitation(overview) }
    }

    private func tellTrouble(of room: RoomID) async throws(Failure) {
        let overview = try await session.read { core throws(ChatStorageError) in RoomOverview(of: room, in: core) }
        guard let trouble = overview?.trouble else { return }
        let name = try await name(of: room)
        screen.output.tell(
            "#\(name): \(trouble.sentence)",
            event: JSONObject(["event": "trouble", "room": .string(room.text), "trouble": .string(trouble.name)]))
    }

    private func leave(_ room: RoomID) async throws(Failure) {
        let name = try await name(of: room)
        screen.output.tell(
            "you are no member of #\(name) any more",
            event: JSONObject(["event": "left", "room": .string(room.text)]))
        if room == self.room { self.room = nil }
    }

    private func name(of room: RoomID) async throws(Failure) -> String {
        try await session.read { core throws(ChatStorageError) in core.name(of: room)?.name.text ?? room.text }
    }

    // MARK: What is typed

    /// - Returns: whether that was the end.
    func take(_ line: TypedLine) async throws(Failure) -> Bool {
        switch line {
        case .text(let text): try await say(text)
        case .quit: return true
        case .help: screen.tellHelp()
        case .room(let choice): try await goInto(choice)
        case .command(let words): await obey(words)
        }
        return false
    }

    /// A line that wasn't taken, and why.
    func refuse(_ why: String) {
        refusedCount += 1
        screen.output.tell(why, event: JSONObject(["event": "refused", "why": .string(why)]))
    }

    /// - Returns: whether everything is said.
    func endInput() -> Bool {
        isInputOver = true
        quietSince = .now
        return unsent.isEmpty
    }

    var isDone: Bool { isInputOver && unsent.isEmpty }

    private func say(_ text: String) async throws(Failure) {
        guard let body = MessageText(text) else {
            places.give(back: 1)
            return refuse("a message has 1 to \(ChatLimits.textBytes.upperBound) bytes: that wasn't taken")
        }
        guard let room, try await isMember(of: room) else {
            places.give(back: 1)
            return refuse("you are in no room: /join LINK, /create NAME, or /rooms and /room NAME")
        }
        let id = MessageID.drawn()
        unsent[id] = room
        try await session.perform(.say(.text(TextBody(text: body)), id: id, in: room))
        if !isOnline, style.isTerminal { screen.tellOffline(waiting: unsent.count) }
    }

    private func isMember(of room: RoomID) async throws(Failure) -> Bool {
        let standing = try await session.read { core throws(ChatStorageError) in core.record(of: room)?.standing }
        return standing == .member || standing == .creating
    }

    private func goInto(_ choice: String) async throws(Failure) {
        do throws(Failure) { try await enter(try await session.room(choice)) } catch { screen.output.tell(error) }
    }

    private func obey(_ words: [String]) async {
        do throws(Failure) {
            let command = try LiveCommand(TypedLine.completed(words, in: room?.text))
            await command.run(at: session, screen.output)
        } catch { screen.output.tell(error) }
    }

    // MARK: The end

    /// - Throws: ``Failure`` where what was said to the end has waited for too long.
    func checkPatience() throws(Failure) {
        guard isInputOver, !unsent.isEmpty else { return }
        let patience = wasOnline ? LiveLimits.patienceSeconds : 0
        guard ContinuousClock.now - quietSince > .seconds(patience) else { return }
        throw unsentFailure(.unreachable)
    }

    /// - Throws: ``Failure`` where something that was typed isn't on the relay.
    func checkNothingIsLeft() throws(Failure) {
        if !unsent.isEmpty { throw unsentFailure(.failed) }
        guard refusedCount > 0 else { return }
        throw Failure(.failed, "\(refusedCount) of your lines weren't taken.", mend: "Say them again, in parts.")
    }

    private func unsentFailure(_ status: ExitStatus) -> Failure {
        Failure(status, "\(unsent.count) of your messages aren't on the relay yet.").kept
    }
}
