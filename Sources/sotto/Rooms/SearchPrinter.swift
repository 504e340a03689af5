import Chat
import Identity
import RelayProtocol
import Terminal

/// What was found: for programs the same objects as `sotto tail --json`.
struct SearchPrinter {
    private let query: SearchQuery

    init(_ query: SearchQuery) { self.query = query }

    func line(of found: FoundMessage) -> ConsoleLine {
        let entry = TimelinePrinter(found.hit.room, found.people).line(
            of: NumberedRow(found.hit.number, found.hit.row, found.people))
        return ConsoleLine(text: { [shown(found)] }, object: { entry.object })
    }

    private func shown(_ found: FoundMessage) -> StyledText {
        guard case .message(let message) = found.hit.row.event, let text = found.hit.row.event.text else { return "" }
        let room = found.roomName.map { "#" + $0 } ?? found.hit.room.text
        let head = StyledText(DisplayText("\(room) \(found.hit.number.rawValue)  "), .dim)
        let time = StyledText(DisplayText(UTCTime(seconds: found.hit.row.seenAtSeconds).minutes + "  "), .dim)
        let name = ShownPerson(message.sender, among: found.people).styled()
        return StyledText([head, time, name, ": "] + excerpt(of: text))
    }

    /// One line, and of a long text what stands around the first hit.
    private func excerpt(of text: String) -> [StyledText] {
        let hits = query.hits(in: text)
        let first = hits.first?.lowerBound ?? text.startIndex
        let start = text.index(first, offsetBy: -Self.before, limitedBy: text.startIndex) ?? text.startIndex
        let end = text.index(first, offsetBy: Self.behind, limitedBy: text.endIndex) ?? text.endIndex
        var (runs, place): ([StyledText], String.Index) = (start > text.startIndex ? ["…"] : [], start)
        for hit in hits where hit.lowerBound >= start && hit.upperBound <= end {
            runs.append(plain(text[place..<hit.lowerBound]))
            runs.append(StyledText(DisplayText(Self.onOneLine(text[hit])), .bold))
            place = hit.upperBound
        }
        return runs + [plain(text[place..<end])] + (end < text.endIndex ? ["…"] : [])
    }

    private func plain(_ text: Substring) -> StyledText { StyledText(DisplayText(Self.onOneLine(text))) }

    private static func onOneLine(_ text: Substring) -> String {
        String(text.map { $0.isNewline ? " " : $0 })
    }

    /// Characters of a long text that are shown around what was found.
    private static let before = 60
    private static let behind = 240
}

extension UTCTime {
    init(seconds: UInt64) { self.init(millisecondsSince1970: Int(clamping: min(seconds, 1 << 40)) * 1_000) }

    /// `2026-03-09 08:05Z`: to the minute, for people.
    var minutes: String {
        let text = description
        return text.prefix(10) + " " + text.dropFirst(11).prefix(5) + "Z"
    }
}
