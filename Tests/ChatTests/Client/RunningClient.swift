import Chat
import Identity
import MLS
import NIOCore
import NIOPosix
import RelayClient
import RelayProtocol
import RelaySupport
import SecureChannel

/// Somebody's client that runs, at a relay on loopback.
final class RunningClient: Sendable {
    let client: ChatClient
    let events: Heard
    private let run: Task<ChatStorageError?, Never>

    convenience init(_ person: TestPerson, at relay: ServedRelay, keptIn storage: any ChatStorage) async throws {
        try await self.init(person, at: relay.identity.relayKey, port: relay.port, keptIn: storage)
    }

    init(_ person: TestPerson, at relay: RelayKey, port: Int, keptIn storage: any ChatStorage) async throws {
        let core = try ChatCore(person.client, at: relay, keptIn: storage)
        let group = MultiThreadedEventLoopGroup.singleton
        let dial = RelayDial(
            address: try RelayAddress("127.0.0.1:\(port)"), pin: relay,
            dialer: LineDialer(group: group, identity: try person.lineIdentity()),
            backoff: Backoff(firstMilliseconds: 1, longestMilliseconds: 20), handshakeDeadline: .hours(1))
        let client = ChatClient(core, on: RelayClient(dial, on: group.next())) { TestRoom.now }
        self.client = client
        events = Heard(await client.events())
        run = Task {
            do throws(ChatStorageError) {
                try await client.run()
                return nil
            } catch { return error }
        }
    }

    /// - Returns: why it could keep nothing any more, if so.
    @discardableResult
    func close() async -> ChatStorageError? {
        await client.close()
        return await run.value
    }

    func say(_ text: String, in room: RoomID) async throws {
        guard let text = MessageText(text) else { return }
        try await client.perform(.say(.text(TextBody(text: text)), id: .drawn(), in: room))
    }

    /// The texts of a room in order.
    func texts(in room: RoomID) async throws -> [String] {
        try await client.read { core throws(ChatStorageError) in try core.texts(in: room) }
    }
}

/// What a client has told and nobody has taken yet.
struct Heard: Sendable {
    private let events: AsyncStream<ChatEvent>

    init(_ events: AsyncStream<ChatEvent>) { self.events = events }

    /// Passes over all that is told up to the first for which this holds.
    @discardableResult
    func first(where isWanted: (ChatEvent) -> Bool) async -> ChatEvent? {
        for await event in events where isWanted(event) { return event }
        return nil
    }

    @discardableResult
    func wait(for event: ChatEvent) async -> Bool { await first { $0 == event } != nil }
}

extension ChatCore {
    func texts(in room: RoomID) throws(ChatStorageError) -> [String] {
        try timeline(of: room).compactMap { _, row in
            guard case .message(let message) = row.event, case .text(let body) = Said(message.content) else {
                return nil
            }
            return body.text.text
        }
    }
}
