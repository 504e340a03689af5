import Chat
import Identity
import RelayProtocol
import Terminal

/// A room's entries as they are shown: lines for people, or objects for programs.
struct TimelinePrinter: Sendable {
    let room: RoomID
    private let people: RoomPeople

    init(_ room: RoomID, _ people: RoomPeople) { (self.room, self.people) = (room, people) }

    func line(of row: NumberedRow) -> ConsoleLine {
        ConsoleLine(text: { lines(of: row.row.event) }, object: { object(of: row.row.event, row.number, row.row) })
    }

    /// That so many messages of blocked people aren't shown.
    static func hidden(_ count: Int, in room: RoomID) -> ConsoleLine {
        let sentence = count == 1 ? "a message of somebody blocked" : "\(count) messages of people blocked"
        let object = JSONObject(["event": "hidden", "room": .string(room.text), "count": .number(count)])
        return ConsoleLine(StyledText(DisplayText("— \(sentence) isn't shown"), .dim), object: object)
    }

    private func shown(_ leaf: LeafName) -> ShownPerson { ShownPerson(leaf, among: people) }

    private func lines(of event: TimelineEvent) -> [StyledText] {
        switch event {
        case .message(let message): lines(of: message)
        case .change(let change): sentences(of: change).map(notice)
        case .leaving(let leaf): [notice("\(shown(leaf).line) leaves")]
        case .leavingElsewhere(let leaf):
            [
                notice("\(shown(leaf).line) leaves"),
                notice("the relay, or \(shown(leaf).line), shows another log than yours"),
            ]
        case .refusedCommit(let refused): [notice(RefusalSentence.of(refused))]
        case .refused(.forged): [notice("an entry that a member made up in your name; it isn't followed")]
        case .refused: [notice("an entry that isn't followed; who sent it is unknown")]
        case .missing(.notReadable): [notice("an entry that the relay doesn't hand to this device")]
        case .missing(.gone): [notice("an entry that the relay doesn't keep any more")]
        case .missing(.damaged): [notice("an entry that is damaged at the relay")]
        case .missing(.absent): [notice("what was said up to here while this device couldn't follow isn't here")]
        case .repeated: []
        }
    }

    /// What follows a first line is set in, so that nobody can write a line that looks like another's.
    private func lines(of message: TimelineMessage) -> [StyledText] {
        let name = shown(message.sender).styled()
        if message.isDeleted { return [name + StyledText(": (deleted)", .dim)] }
        guard case .text(let body) = Said(message.content) else {
            if case .unknown = Said(message.content) {
                return [name + StyledText(": (of a kind that only a newer version knows)", .dim)]
            }
            return []
        }
        var lines = DisplayText.lines(of: body.text.text).enumerated().map { index, line in
            (index == 0 ? name + ": " : "  ") + StyledText(line)
        }
        if message.isEdited, let last = lines.popLast() { lines.append(last + StyledText(" (edited)", .dim)) }
        if message.crossesLogs { lines.append(notice("the relay, or this sender, shows another log than yours")) }
        return lines
    }

    private func sentences(of change: MembershipChange) -> [String] {
        let author = shown(change.author).line
        var sentences: [String] = []
        let returned = change.returned
        for device in returned { sentences.append("\(shown(device).line)'s device was re-added by \(author)") }
        for added in change.added where !returned.contains(added) {
            let name = shown(added).line
            sentences.append(added.identity == change.author.identity ? "\(name) is here" : "\(author) added \(name)")
        }
        for removed in change.removed where !returned.contains(where: { $0.device == removed.device }) {
            let name = shown(removed).line
            sentences.append("\(name) is no member any more")
        }
        if let name = change.settings?.name {
            sentences.append("\(author) changed the room's settings; it is called #\(name.name.text)")
        }
        if change.crossesLogs { sentences.append("the relay, or \(author), shows another log than yours") }
        return sentences
    }

    private func notice(_ sentence: String) -> StyledText {
        StyledText("— ", .dim) + StyledText(DisplayText(sentence), .dim)
    }

    private func object(of event: TimelineEvent, _ number: EntryNumber, _ row: TimelineRow) -> JSONObject? {
        switch event {
        case .message(let message): object(of: message, number, row)
        case .change(let change):
            base(
                "members", number, row, by: change.author,
                [
                    ("added", .list(change.added.map { .string(Fingerprint(of: $0.identity).text) })),
                    ("removed", .list(change.removed.map { .string(Fingerprint(of: $0.identity).text) })),
                    ("readded", .list(change.returned.map { .string(Fingerprint(of: $0.identity).text) })),
                ] + (change.crossesLogs ? [("crossesLogs", .flag(true))] : []))
        case .leaving(let leaf): base("leaving", number, row, by: leaf, [])
        case .leavingElsewhere(let leaf): base("leaving", number, row, by: leaf, [("crossesLogs", .flag(true))])
        case .refusedCommit(let refused):
            base("refused", number, row, by: refused.author, [("reason", .string("\(refused.reason)"))])
        case .refused(let reason): base("refused", number, row, by: nil, [("reason", .string("\(reason)"))])
        case .missing(let reason): base("missing", number, row, by: nil, [("reason", .string("\(reason)"))])
        case .repeated: nil
        }
    }

    private func object(of message: TimelineMessage, _ number: EntryNumber, _ row: TimelineRow) -> JSONObject? {
        var fields: [(String, JSONObject.Value)] = [("id", .string(message.content.id.text))]
        switch Said(message.content) {
        case .text(let body):
            fields.append(("text", .string(body.text.text)))
            if let reply = body.replyTo { fields.append(("replyTo", .string(reply.id.text))) }
        case .unknown(let kind): fields.append(("kind", .number(Int(kind.rawValue))))
        default: if !message.isDeleted { return nil }
        }
        fields += [("edited", .flag(message.isEdited)), ("deleted", .flag(message.isDeleted))]
        if message.crossesLogs { fields.append(("crossesLogs", .flag(true))) }
        return base("message", number, row, by: message.sender, fields)
    }

    private func base(
        _ event: String, _ number: EntryNumber, _ row: TimelineRow, by leaf: LeafName?,
        _ fields: [(String, JSONObject.Value)]
    ) -> JSONObject {
        var object = JSONObject([
            "event": .string(event), "room": .string(room.text), "number": .number(Int(clamping: number.rawValue)),
            "seenAt": .number(Int(clamping: row.seenAtSeconds)),
        ])
        if let leaf {
            object.add("from", .string(leaf.name.name.text))
            object.add("fingerprint", .string(Fingerprint(of: leaf.identity).text))
            object.add(shown(leaf).fields)
        }
        for (name, value) in fields { object.add(name, value) }
        return object
    }
}
