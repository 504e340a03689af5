import Chat
import Identity
import RelayClient
import RelayProtocol

/// A client at its relay while one command runs, and what it tells.
struct RoomsSession: Sendable {
    let client: ChatClient
    let relay: RelayAddress
    let identity: IdentityKey
    private let heard: AsyncStream<Heard>

    private enum Heard: Sendable {
        case event(ChatEvent)
        case tooLate
    }

    /// How long a command waits for the relay to tell what is new.
    private static let patience = Duration.seconds(20)

    init(_ client: ChatClient, at relay: RelayAddress, as identity: IdentityKey) async {
        (self.client, self.relay, self.identity) = (client, relay, identity)
        let (heard, feed) = AsyncStream.makeStream(of: Heard.self)
        self.heard = heard
        let events = await client.events()
        Task {
            for await event in events { feed.yield(.event(event)) }
            feed.finish()
        }
        Task {
            try? await Task.sleep(for: Self.patience)
            feed.yield(.tooLate)
        }
    }

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
    /// - Throws: ``Failure`` where what was asked for fails, or no relay can be had.
    func wait(until isIt: (ChatEvent) async throws(Failure) -> Bool) async throws(Failure) {
        var wasOnline = false
        for await heard in heard {
            guard case .event(let event) = heard else { continue }
            switch event {
            case .online: wasOnline = true
            case .offline(let error?) where !wasOnline: throw Failure(error, dialling: relay)
            case .ended(.line(let error)): throw Failure(error, dialling: relay)
            case .failed(_, let failure): throw Failure(failure)
            case .diskFull: StandardError.tell("The disk is full; nothing goes on until there is room.")
            default: break
            }
            if try await isIt(event) { return }
        }
        throw Failure(.failed, "Nothing can be kept any more: the disk fails.", mend: "sotto doctor")
    }

    /// All that lies at the relay for this client has been dealt with; or, where there is no relay, what there is stands
    /// as it is, and a line on standard error says so.
    func sync() async throws(Failure) {
        var behind = try await memberRooms()
        var isInboxRead = false
        for await heard in heard {
            switch heard {
            case .tooLate: return tellStale("the relay hasn't told all within 20 seconds")
            case .event(.inboxRead): isInboxRead = true
            case .event(.caughtUp(let room)), .event(.left(let room)): behind.remove(room)
            case .event(.offline(_?)): return tellStale("there is no line to the relay")
            case .event(.ended(.line(let error))): throw Failure(error, dialling: relay)
            case .event: break
            }
            // What was written without a line leaves before anything is shown.
            if isInboxRead, behind.isEmpty { return await client.rest() }
        }
    }

    private func memberRooms() async throws(Failure) -> Set<RoomID> {
        try await read { core throws(ChatStorageError) in
            Set(core.roomIDs.filter { [.member, .leaving].contains(core.record(of: $0)?.standing) })
        }
    }

    private func tellStale(_ why: String) {
        StandardError.tell("As it was last: \(why).")
    }
}
