/// Large messages of an event loop's lines of which a part is still to come. Together they are bounded: where others need
/// the room, the peer that holds most loses the line whose message it began first.
///
/// So whoever holds less than another, over however many lines, loses nothing.
final class UnfinishedMessages {
    private var lines: [ObjectIdentifier: (line: RecordHandler, turn: UInt64)] = [:]
    private var byteCount = 0
    private var lastTurn: UInt64 = 0
    private let bytesMax: Int

    init(bytesMax: Int = LineLimits.unfinishedBytesMax) { self.bytesMax = bytesMax }

    /// `line` now holds so many bytes of a message that isn't whole.
    func note(_ line: RecordHandler, byteCount held: Int) {
        let counted = held > LineLimits.unfinishedBytesFree ? held : 0
        guard counted != line.unfinishedByteCount else { return }
        // What it held has come whole, and this is of another message.
        let isAnother = counted < line.unfinishedByteCount
        byteCount += counted - line.unfinishedByteCount
        line.unfinishedByteCount = counted
        let id = ObjectIdentifier(line)
        if counted == 0 {
            lines[id] = nil
        } else if isAnother || lines[id] == nil {
            lastTurn += 1
            lines[id] = (line, lastTurn)
        }
        while byteCount > bytesMax, let line = nextToEnd {
            leave(line)
            line.giveUpUnfinished()
        }
    }

    /// Nothing for a line that holds nothing.
    func leave(_ line: RecordHandler) {
        guard line.unfinishedByteCount > 0 else { return }
        byteCount -= line.unfinishedByteCount
        line.unfinishedByteCount = 0
        lines[ObjectIdentifier(line)] = nil
    }

    /// Of who holds most, the one that has held longest.
    private var nextToEnd: RecordHandler? {
        let lines = lines.values
        let most = LineOwner.holdingMost(lines.lazy.map { ($0.line.owner, $0.line.unfinishedByteCount) })
        return lines.filter { most.contains($0.line.owner) }.min { $0.turn < $1.turn }?.line
    }
}
