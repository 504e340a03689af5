import Chat
import RelayProtocol

extension RoomsSession {
    /// The rooms that are meant: one, or all of which something is kept.
    ///
    /// - Returns: none where that one isn't at this relay.
    func rooms(_ choice: String?) async throws(Failure) -> [RoomID] {
        guard let choice else { return try await read { core throws(ChatStorageError) in core.roomIDs } }
        do throws(Failure) { return [try await room(choice)] } catch {
            guard error == .noSuchRoom else { throw error }
            return []
        }
    }

    /// Shows what has come since a moment, few entries in memory at a time.
    ///
    /// - Parameter showsBlocked: what blocked people said, too.
    /// - Returns: the last entry's number.
    func show(
        _ room: RoomID, since seconds: UInt64, showsBlocked: Bool = false
    ) async throws(Failure) -> EntryNumber {
        var (number, hiddenCount) = (EntryNumber.none, 0)
        while let page = try await page(of: room, after: number) {
            for row in page.rows where row.row.seenAtSeconds >= seconds {
                if row.isHidden, !showsBlocked {
                    hiddenCount += 1
                } else {
                    output.show(TimelinePrinter(room, row.people).line(of: row))
                }
            }
            number = page.last
        }
        tellHidden(hiddenCount, in: room)
        return number
    }

    /// Some entries of a room, in order, that there is something to show of.
    ///
    /// - Returns: nothing behind the last.
    func page(
        of room: RoomID, after number: EntryNumber
    ) async throws(Failure) -> (rows: [NumberedRow], last: EntryNumber)? {
        guard let next = number.next else { return nil }
        return try await read { core throws(ChatStorageError) in
            let begins = core.record(of: room)?.beginsAt ?? .none
            let rows = try core.timeline(of: room, in: next.rawValue...UInt64(Int64.max), limit: 500)
            guard let last = rows.last?.number else { return nil }
            let people = RoomPeople(of: room, in: core)
            return (rows.map { NumberedRow($0.number, $0.row, people) }.filter { !$0.isBefore(begins) }, last)
        }
    }
}
