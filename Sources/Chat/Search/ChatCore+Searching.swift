package import RelayProtocol

extension ChatCore {
    /// The newest messages of a room that are looked for, read from the store: what a program that runs for a moment
    /// does, where one that stays keeps a ``SearchIndex``.
    package func search(
        _ query: SearchQuery, in room: RoomID, limit: Int
    ) throws(ChatStorageError) -> [SearchHit] {
        var hits: [SearchHit] = []
        try visit(room, newestFirst: true) { number, row in
            if hits.count < limit, let text = row.event.text, query.isMet(by: text) {
                hits.append(SearchHit(room: room, number: number, row: row))
            }
            return hits.count < limit
        }
        return hits
    }

    /// Puts into an index what a room's log holds behind the last entry that it has, some entries at a time: nobody
    /// should wait for all of it.
    ///
    /// - Returns: whether there may be more.
    package func index(_ room: RoomID, into index: inout SearchIndex) throws(ChatStorageError) -> Bool {
        let first = index.last(of: room).rawValue + 1
        let rows = try timeline(of: room, in: first...UInt64(Int64.max), limit: Self.pageRows)
        for (number, row) in rows { index.put(row.event.text, at: number, of: room) }
        return rows.count == Self.pageRows
    }

    /// What became of a room's entries, few in memory at a time.
    ///
    /// - Parameter body: whether to go on.
    package func visit(
        _ room: RoomID, newestFirst: Bool = false, _ body: (EntryNumber, TimelineRow) -> Bool
    ) throws(ChatStorageError) {
        var range: ClosedRange<UInt64>? = 1...UInt64(Int64.max)
        while let next = range {
            let rows = try timeline(of: room, in: next, newestFirst: newestFirst, limit: Self.pageRows)
            for (number, row) in rows where !body(number, row) { return }
            guard rows.count == Self.pageRows, let last = rows.last?.number.rawValue else { return }
            if newestFirst {
                range = last > 1 ? 1...(last - 1) : nil
            } else {
                range = (last + 1)...UInt64(Int64.max)
            }
        }
    }

    private static var pageRows: Int { 256 }
}

extension TimelineEvent {
    /// What a person said, as it stands now.
    package var text: String? {
        guard case .message(let message) = self, !message.isDeleted, case .text(let body) = Said(message.content) else {
            return nil
        }
        return body.text.text
    }
}
