package import Identity
package import MLS
import RelayClient
import RelayProtocol
package import Sodium

/// A client of one relay: rooms, what is said in them, what is on its way. A value that decides; it touches no socket
/// and no clock.
///
/// Each step is one transaction: what it changes here and what it keeps is the same, and what it wants done is done only
/// once that is durable. A step that throws has changed nothing and is to be taken again.
package struct ChatCore: Sendable {
    package let client: RoomClient
    package let relay: RelayKey
    let storage: any ChatStorage
    let random: RandomSource
    let credentials: VerifiedCredentials

    var rooms: [RoomID: LiveRoom] = [:]
    var inbox = InboxState()
    package internal(set) var contacts = ContactBook()
    var nextRoomRow: UInt64 = 1
    var nextDelivery: UInt64 = 1
    var deliveriesUnderWay: Set<UInt64> = []
    private var purposes: [RequestTag: Purpose] = [:]
    private var nextTag: UInt64 = 1

    /// What was kept, as it was left.
    package init(
        _ client: RoomClient, at relay: RelayKey, keptIn storage: any ChatStorage, random: RandomSource = .system
    ) throws(ChatStorageError) {
        self = try storage.transaction { (transaction) throws(ChatStorageError) in
            var core = ChatCore(client: client, relay: relay, storage: storage, random: random)
            try core.load(transaction)
            return core
        }
    }

    private init(client: RoomClient, relay: RelayKey, storage: any ChatStorage, random: RandomSource) {
        (self.client, self.relay, self.storage, self.random) = (client, relay, storage, random)
        credentials = VerifiedCredentials()
    }

    package mutating func take(_ input: ChatInput, now: UnixTime) throws(ChatStorageError) -> [ChatAction] {
        let (next, actions) = try storage.transaction { (transaction) throws(ChatStorageError) in
            var core = self
            var step = ChatStep(transaction: transaction, now: now)
            try core.take(input, &step)
            return (core, step.actions)
        }
        self = next
        return actions
    }

    private mutating func take(_ input: ChatInput, _ step: inout ChatStep) throws(ChatStorageError) {
        switch input {
        case .heard(let event): try hear(event, &step)
        case .asked(let command): try obey(command, &step)
        case .woke:
            for id in roomIDs { try wake(id, &step) }
            try sendDeliveries(&step)
        }
    }

    mutating func hear(
        _ answer: Result<RelayAnswer, RelayClientError>, to tag: RequestTag, _ step: inout ChatStep
    ) throws(ChatStorageError) {
        guard let purpose = purposes.removeValue(forKey: tag) else { return }
        try take(answer, to: purpose, &step)
    }

    /// Whether everything that was asked for has its answer, and what is in logs by that has come from there.
    package var isAtRest: Bool { purposes.isEmpty && !rooms.values.contains { $0.awaitsOwn } }

    mutating func ask(_ request: ChatRequest, for purpose: Purpose, _ step: inout ChatStep) {
        let tag = RequestTag(nextTag)
        nextTag += 1
        purposes[tag] = purpose
        step.actions.append(.ask(tag, request))
    }

    /// Changes a room, keeps what has changed of it, and sends what may leave.
    mutating func with(
        _ id: RoomID, _ step: inout ChatStep,
        _ body: (inout ChatCore, inout LiveRoom, inout ChatStep) throws(ChatStorageError) -> Void
    ) throws(ChatStorageError) {
        guard var room = rooms.removeValue(forKey: id) else { return }
        try body(&self, &room, &step)
        try send(&room, &step)
        try room.store(step.transaction)
        rooms[id] = room
    }
}
