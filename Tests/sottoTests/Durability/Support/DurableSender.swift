import Foundation
import RelayClient
import RelayProtocol
import Synchronization
import TestSupport

/// Somebody who appends to some rooms, several at a time and in order, whatever becomes of the relay.
final class DurableSender: Sendable {
    /// An entry that the relay has said it keeps.
    struct Acknowledged: Sendable {
        let serial: Int
        let room: RoomID
        let entry: Entry
        let appended: Appended
    }

    struct Told: Sendable {
        var acknowledged: [Acknowledged] = []
        /// Entries that came too late for their parent.
        var refused: [Entry] = []
        var lostRaceCount = 0
        /// Said again on another line.
        var repeatCount = 0
        var lastError: RelayClientError?
    }

    private struct State: Sendable {
        var random: SeededRandom
        var told = Told()
        var lastSerial = 0
        var unansweredCount = 0
        var epochs: [RoomID: EntryNumber] = [:]

        mutating func advance(_ room: RoomID, to epoch: EntryNumber) {
            epochs[room] = max(epochs[room] ?? .first, epoch)
        }
    }

    private let number: Int
    private let client: RelayClient
    private let rooms: [DurableRoom]
    private let contest: Contest
    private let state: Mutex<State>
    private let onAcknowledged: @Sendable () -> Void

    /// - Parameter onAcknowledged: called at each acknowledgement.
    init(
        _ number: Int, _ client: RelayClient, _ rooms: [DurableRoom], contest: Contest, seed: UInt64,
        onAcknowledged: @escaping @Sendable () -> Void
    ) {
        (self.number, self.client, self.rooms, self.contest) = (number, client, rooms, contest)
        self.onAcknowledged = onAcknowledged
        state = Mutex(State(random: SeededRandom(seed: seed)))
        Task { [weak self, events = client.events] in
            for await event in events {
                if case .lost = event { self?.state.withLock { $0.told.repeatCount += $0.unansweredCount } }
            }
        }
    }

    var told: Told { state.withLock { $0.told } }

    /// Until so many more are acknowledged.
    func append(_ count: Int, windowMax: Int = 16) async {
        let (executor, goal) = (SerialTaskExecutor(), told.acknowledged.count + count)
        await withTaskGroup(of: Void.self) { group in
            while true {
                let (missing, unanswered, failed) = state.withLock {
                    (goal - $0.told.acknowledged.count - $0.unansweredCount, $0.unansweredCount, $0.told.lastError)
                }
                guard failed == nil, missing > 0 || unanswered > 0 else { return }
                if missing > 0, unanswered < windowMax {
                    let next = next()
                    group.addTask(executorPreference: executor) { await self.say(next) }
                } else {
                    await group.next()
                }
            }
        }
    }

    private struct Said: Sendable {
        let serial: Int
        let room: RoomID
        let entry: Entry
    }

    private func next() -> Said {
        state.withLock { state in
            state.lastSerial += 1
            state.unansweredCount += 1
            let room = rooms[Int.random(in: 0..<rooms.count, using: &state.random)]
            let epoch = state.epochs[room.id] ?? .first
            let size = Int.random(in: 0..<20, using: &state.random) == 0 ? 9_000 : 200
            let body =
                Array("sender \(number) serial \(state.lastSerial) ".utf8)
                + state.random.bytes(count: Int.random(in: 0...size, using: &state.random))
            let isCommit =
                contest.isContested(room.id, epoch, by: number) || Int.random(in: 0..<60, using: &state.random) == 0
            if isCommit { contest.begin(room.id, epoch, by: number) }
            return Said(
                serial: state.lastSerial, room: room.id,
                entry: isCommit ? room.commit(epoch, body) : room.message(epoch, body))
        }
    }

    private func say(_ said: Said) async {
        do throws(RelayClientError) {
            let appended = try await client.append(said.entry, to: said.room)
            state.withLock { state in
                state.unansweredCount -= 1
                state.told.acknowledged.append(
                    Acknowledged(serial: said.serial, room: said.room, entry: said.entry, appended: appended))
                if said.entry.header.kind == .commit { state.advance(said.room, to: appended.number) }
            }
            onAcknowledged()
        } catch {
            state.withLock { state in
                state.unansweredCount -= 1
                guard case .refused(.parentHasCommit, detail: let winner) = error else {
                    state.told.lastError = error
                    return
                }
                state.told.refused.append(said.entry)
                if said.entry.header.kind == .commit { state.told.lostRaceCount += 1 }
                state.advance(said.room, to: EntryNumber(winner))
            }
        }
    }

    /// Who has seen somebody commit does so at once too: races for one parent.
    final class Contest: Sendable {
        private let begun = Mutex<[RoomID: (epoch: EntryNumber, contenders: Set<Int>)]>([:])

        func begin(_ room: RoomID, _ epoch: EntryNumber, by number: Int) {
            begun.withLock { begun in
                if begun[room].map({ $0.epoch < epoch }) ?? true { begun[room] = (epoch, []) }
                begun[room]?.contenders.insert(number)
            }
        }

        func isContested(_ room: RoomID, _ epoch: EntryNumber, by number: Int) -> Bool {
            begun.withLock { begun in
                guard let contest = begun[room], contest.epoch == epoch else { return false }
                return !contest.contenders.contains(number)
            }
        }
    }
}
