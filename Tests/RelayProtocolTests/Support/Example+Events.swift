import RelayProtocol

extension Example {
    static let events = [
        Example(
            .entries(EntriesEvent(room: Known.room, number: .first, entry: Known.creation)), kind: 128,
            "\(room) 0000000000000001 00000037 \(creation)"),
        Example(
            .entries(EntriesEvent(room: Known.room, number: EntryNumber(2), entry: Known.message)), kind: 128,
            "\(room) 0000000000000002 00000016 \(message)"),
        Example(
            .entries(Known.entries), kind: 128, "\(room) 0000000000000001 0000004d \(creation) \(message)"),
        Example(
            .withheld(
                WithheldEvent(
                    room: Known.room, number: EntryNumber(2), reason: .notReadable, hash: Known.messageHash)),
            kind: 129, "\(room) 0000000000000002 01 \(hash)"),
        Example(
            .trimmed(TrimmedEvent(room: Known.room, through: EntryNumber(2), head: Known.heads[2])), kind: 130,
            "\(room) 0000000000000002 \(head)"),
        Example(
            .inbox(InboxEvent(number: EntryNumber(.max), item: [5, 6])), kind: 131, "ffffffffffffffff 00000002 0506"),
        Example(
            .whisper(WhisperEvent(room: Known.room, body: [1, 2, 3])), kind: 132, "\(room) 0003 010203"),
    ]
}
