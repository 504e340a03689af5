import NIOCore
import RelayProtocol

/// What is told of one log, as the lines of its followers carry it: entries that follow each other share an event.
struct LogEvents: Sendable {
    private(set) var bytes = ByteBuffer()
    /// Entries, and whatever else is told.
    private(set) var count = 0
    /// The event that the next entry joins, if it has this number.
    private var joined: (start: Int, next: EntryNumber?)?

    mutating func reserve(_ byteCount: Int) { bytes.reserveCapacity(byteCount) }

    /// An entry from its stored bytes, without decoding them: header ‖ length(4) ‖ body.
    ///
    /// - Returns: where in ``bytes`` these stand.
    @discardableResult mutating func append(
        _ number: EntryNumber, header: [UInt8], body: [UInt8], of room: RoomID
    ) -> Range<Int> {
        begin(number, byteCount: header.count + 4 + body.count, of: room)
        let start = bytes.writerIndex
        bytes.writeBytes(header)
        bytes.writeInteger(UInt32(truncatingIfNeeded: body.count))
        bytes.writeBytes(body)
        end(behind: number)
        return start..<bytes.writerIndex
    }

    /// An entry that is encoded already.
    mutating func append(_ number: EntryNumber, encoded entry: ByteBuffer, of room: RoomID) {
        begin(number, byteCount: entry.readableBytes, of: room)
        bytes.writeImmutableBuffer(entry)
        end(behind: number)
    }

    mutating func append(_ event: RelayEvent) {
        joined = nil
        bytes.write(event)
        count += 1
    }

    private mutating func begin(_ number: EntryNumber, byteCount: Int, of room: RoomID) {
        if let joined, joined.next == number,
            bytes.writerIndex - joined.start + byteCount <= SessionLimits.runBytesMax
        {
            return
        }
        joined = (start: bytes.writerIndex, next: number)
        bytes.writeMessage(kind: RelayMessageKind.entriesEvent.rawValue, bodyByteCount: 0)
        bytes.writeBytes(room.bytes)
        bytes.writeInteger(number.rawValue)
        bytes.writeInteger(UInt32(0))
    }

    private mutating func end(behind number: EntryNumber) {
        guard let start = joined?.start else { return }
        bytes.setEntries(at: start, end: bytes.writerIndex)
        joined?.next = number.next
        count += 1
    }
}
