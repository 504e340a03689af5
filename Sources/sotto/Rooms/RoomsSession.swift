import Chat
import Identity
import RelayClient
import RelayProtocol

/// A client at its relay while one command runs, and what it tells.
struct RoomsSession: Sendable {
    let client: ChatClient
    let relay: RelayAddress
    let identity: IdentityKey
    private(set) var output: any CommandOutput
    /// Of a client that has long been at its relay: there is nothing to wait for before a command.
    private let isRunning: Bool
    private let heard: AsyncStream<Heard>
    private let feed: AsyncStream<Heard>.Continuation

    private enum Heard: Sendable {
        case event(ChatEvent)
        /// A wait has lasted too long.
        case tooLate(Int)
    }

    private let listening: Task<Void, Never>
    /// How far each room had been dealt with.
    let begun: [RoomID: EntryNumber]

    init(
        _ client: ChatClient, at relay: RelayAddress, as identity: IdentityKey, output: any CommandOutput,
        isRunning: Bool = false
    ) async {
        (self.client, self.relay, self.identity, self.output) = (client, relay, identity, output)
        self.isRunning = isRunning
        begun = await client.read { core in
            Dictionary(uniqueKeysWithValues: core.roomIDs.map { ($0, core.record(of: $0)?.position.number ?? .none) })
        }
        (heard, feed) = AsyncStream.makeStream(of: Heard.self)
        let (events, feed) = (await client.events(), feed)
        listening = Task {
            for await event in events { feed.yield(.event(event)) }
            feed.finish()
        }
    }

    func showing(on output: any CommandOutput) -> RoomsSession {
        var copy = self
        copy.output = output
        return copy
    }

    /// A command that is typed at this client.
    func command(output: any CommandOutput) async -> RoomsSession {
        await RoomsSession(client, at: relay, as: identity, output: output, isRunning: true)
    }

    /// Hears nothing more.
    func end() { listening.cancel() }

    func perform(_ command: ChatCommand) async throws(Failure) {
        do throws(ChatStorageError) { try await client.perform(command) } catch { throw Failure(error) }
    }

    func read<Result: Sendable>(
        _ body: @Sendable (ChatCore) throws(ChatStorageError) -> Result
    ) async throws(Failure) -> Result {
        do throws(ChatStorageError) { return try await client.read(body) } catch { throw Failure(error) }
    }

    /// Takes events until one of them is what is waited for.
    ///
    /// - Parameters:
    ///   - room: what of it fails is the end; nothing: no room.
    ///   - patiently: however long it takes, with a line or without.
    /// - Throws: ``Failure`` where what was asked for fails, no relay can be had, or it says nothing for a minute.
    func wait(
        for room: RoomID?, patiently: Bool = false, until isIt: (ChatEvent) async throws(Failure) -> Bool
    ) async throws(Failure) {
        var wasOnline = patiently || isRunning
        let alarm = patiently ? nil : alarm(after: .seconds(60))
        defer { alarm?.task.cancel() }
        for await heard in heard {
            switch heard {
            case .tooLate(let number):
                guard number == alarm?.number else { continue }
                throw Failure(
                    .unreachable, "The relay hasn't answered for a minute.", mend: "Try again; nothing is done twice.")
            case .event(let event):
                switch event {
                case .online: wasOnline = true
                case .offline(let error?) where !wasOnline: throw Failure(error, dialling: relay)
                case .ended(.line(let error)): throw Failure(error, dialling: relay)
                // Why there is no line says more than that what was asked for found none.
                case .failed(room, .relay(.line(let error))): throw Failure(error, dialling: relay)
                case .failed(room, let failure): throw Failure(failure)
                case .diskFull: output.tell("The disk is full; nothing goes on until there is room.")
                default: break
                }
                if try await isIt(event) { return }
                if let room, event == .left(room) { throw Failure(ChatFailure.notMember) }
            }
        }
        throw Self.ended
    }

    /// All that lies at the relay for this client has been dealt with; or, where there is no relay, what there is stands
    /// as it is, and a line on standard error says so.
    ///
    /// - Returns: why that couldn't be.
    @discardableResult
    func sync() async throws(Failure) -> RelayLineError? {
        if isRunning { return nil }
        var behind = try await memberRooms()
        var isInboxRead = false
        let alarm = alarm(after: .seconds(20))
        defer { alarm.task.cancel() }
        for await heard in heard {
            switch heard {
            case .tooLate(let number):
                if number == alarm.number {
                    return tellStale(.silent, "the relay hasn't told all within 20 seconds")
                }
            case .event(.inboxRead): isInboxRead = true
            case .event(.caughtUp(let room)), .event(.left(let room)): behind.remove(room)
            case .event(.failed(let room, .roomLost)):
                behind.remove(room)
                try await tellLost(room)
            case .event(.offline(let error?)): return tellStale(error, "there is no line to the relay")
            case .event(.ended(.line(let error))): throw Failure(error, dialling: relay)
            case .event: break
            }
            // What was written without a line leaves before anything is shown.
            if isInboxRead, behind.isEmpty {
                await client.rest()
                return nil
            }
        }
        throw Self.ended
    }

    private static let ended = Failure(
        .failed, "Nothing can be kept any more.", mend: "Look at the disk, and try again.")

    private func alarm(after wait: Duration) -> (number: Int, task: Task<Void, any Error>) {
        let (number, feed) = (Int.random(in: 0 ... .max), feed)
        let task = Task {
            try await Task.sleep(for: wait)
            feed.yield(.tooLate(number))
        }
        return (number, task)
    }

    private func memberRooms() async throws(Failure) -> Set<RoomID> {
        try await read { core throws(ChatStorageError) in
            Set(core.roomIDs.filter { [.member, .leaving].contains(core.record(of: $0)?.standing) })
        }
    }

    private func tellLost(_ room: RoomID) async throws(Failure) {
        let name = try await read { core throws(ChatStorageError) in core.name(of: room)?.name.text }
        output.tell(
            "The relay doesn't have this room any more, or not what was known of it last: "
                + (name.map { "#" + $0 } ?? room.text))
    }

    private func tellStale(_ error: RelayLineError, _ why: String) -> RelayLineError {
        output.tell("As it was last: \(why).")
        return error
    }
}
