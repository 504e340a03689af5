import Identity
import RelayClient
import RelayProtocol

/// What a stub relay keeps.
final class StubCore {
    private let relay: RelayKey
    var script: StubRelay.Script
    /// What comes behind this entry is read only by lines that have opened a room there.
    var newestEpoch: EntryNumber?
    private(set) var logs: [RoomID: StubLog] = [:]
    private(set) var items: [[UInt8]] = []
    private(set) var sessions: [ObjectIdentifier: StubSession] = [:]
    /// Every request that came, on whichever line.
    private(set) var asked: [RelayRequest] = []
    private(set) var lineCount = 0

    init(relay: RelayKey, script: @escaping StubRelay.Script) {
        self.relay = relay
        self.script = script
    }

    func began(_ session: StubSession) {
        sessions[ObjectIdentifier(session)] = session
        lineCount += 1
    }

    func ended(_ session: StubSession) { sessions[ObjectIdentifier(session)] = nil }

    func cutAll() {
        for session in sessions.values { session.cut() }
    }

    func act(on request: Numbered<RelayRequest>) -> StubAct {
        asked.append(request.content)
        return script(request)
    }

    func add(_ entry: Entry, to room: RoomID) throws -> Appended {
        var log = logs[room] ?? StubLog(room, head: LogHead(before: room, at: relay))
        let (number, isNew) = try log.add(entry)
        logs[room] = log
        if isNew { for session in sessions.values { session.published(.room(room)) } }
        return Appended(number: number, head: log.head)
    }

    func deliver(_ item: [UInt8]) {
        guard !items.contains(item) else { return }
        items.append(item)
        for session in sessions.values { session.published(.inbox) }
    }

    func whisper(_ whisper: Whisper, from sender: StubSession) {
        for session in sessions.values where session !== sender { session.pass(whisper) }
    }
}
