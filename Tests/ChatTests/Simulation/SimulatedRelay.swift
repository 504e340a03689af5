import Chat
import Identity
import RelayClient
import RelayProtocol
import RelaySupport

@testable import Relay

/// The real relay's decisions, in memory and at once, without sockets or threads.
struct SimulatedRelay {
    private var relay = TestRelay()

    static var key: RelayKey { .test }

    /// A device's first line.
    mutating func meet(_ credential: CredentialBytes, _ requester: Requester) throws {
        let ask = CoreRequest.Ask.keepDevice(
            credential, credentialSerial: DeviceSerial(1), lineSerial: DeviceSerial(1))
        _ = try relay.group([CoreRequest(requester: requester, ask: ask)])
    }

    mutating func pass(seconds: UInt64) { relay.pass(seconds: seconds) }

    /// All that is kept of entries goes, but for their hashes.
    mutating func forgetEntries() {
        let now = relay.moment.time
        _ = try? relay.sweep(.messages(storedBefore: RelayTime(seconds: now.seconds + 1)))
        _ = try? relay.sweep(.commits(storedBefore: RelayTime(seconds: now.seconds + 1)))
    }

    /// Answers a request, as it is asked on a line.
    mutating func answer(
        _ request: ChatRequest, from requester: Requester, on line: inout SimulatedLine
    ) throws -> RelayAnswer {
        switch request {
        case .open(let room, let key):
            return try answer(key.request(for: room, handshakeHash: line.hash), requester, &line)
        case .follow(let log, let from):
            line.follows[log] = from
            return .following(Following(last: try last(log, requester)))
        case .forget(let room):
            line.openings[room] = nil
            line.links[room] = nil
            line.follows[.room(room)] = nil
            return .done(Done())
        case .plain(let plain): return try answer(plain, requester, &line)
        }
    }

    /// What a line that follows hears next of a log.
    func events(_ log: FollowedLog, of requester: Requester, on line: inout SimulatedLine) throws -> [RelayEvent] {
        guard let from = line.follows[log] else { return [] }
        let (name, openings): (LogName, [Opening]) =
            switch log {
            case .inbox: (.inbox(requester.device), [])
            case .room(let room): (.room(room), line.openings[room] ?? [])
            }
        let chunk = try relay.storage.read { (snapshot) throws(StorageError) in
            try LogChunk(name, from: from, openings: openings, in: snapshot)
        }
        guard chunk.end >= from else { return [] }
        line.follows[log] = chunk.end.next
        return chunk.events.relayEvents
    }

    private func last(_ log: FollowedLog, _ requester: Requester) throws -> EntryNumber {
        let name: LogName = if case .room(let room) = log { .room(room) } else { .inbox(requester.device) }
        return try relay.storage.read { (snapshot) throws(StorageError) in try snapshot.log(name)?.last ?? .none }
    }

    private mutating func answer(
        _ request: RelayRequest, _ requester: Requester, _ line: inout SimulatedLine
    ) throws -> RelayAnswer {
        switch request {
        case .append(let append): return try change(.append(append, line.access(to: append.room)), requester)
        case .putPublicState(let put): return try change(.putPublicState(put, line.access(to: put.room)), requester)
        case .publishKeyPackages(let publish): return try change(.publishKeyPackages(publish), requester)
        case .claimKeyPackages(let claim): return try change(.claimKeyPackages(claim), requester)
        case .deliver(let deliver): return try change(.deliver(deliver), requester)
        case .acknowledgeInbox(let upTo): return try change(.acknowledgeInbox(upTo: upTo.upTo), requester)
        case .countKeyPackages(let count): return try read(.countKeyPackages(count.suite), requester, &line)
        case .fetchPublicState(let fetch):
            return try read(.fetchPublicState(fetch, line.access(to: fetch.room)), requester, &line)
        case .openRoom(let open): return try read(.openRoom(open, handshakeHash: line.hash), requester, &line)
        case .openLink(let open): return try read(.openLink(open, handshakeHash: line.hash), requester, &line)
        default: return .refused(Refused(code: .unknown, detail: 0))
        }
    }

    private mutating func change(_ ask: CoreRequest.Ask, _ requester: Requester) throws -> RelayAnswer {
        try relay.group([CoreRequest(requester: requester, ask: ask)])[0].answer
    }

    private func read(
        _ ask: ReadRequest.Ask, _ requester: Requester, _ line: inout SimulatedLine
    ) throws -> RelayAnswer {
        let wallClockSeconds = relay.moment.wallClockSeconds
        let outcome = try relay.storage.read { (snapshot) throws(StorageError) in
            try ReadRequest(requester: requester, ask: ask)
                .answer(from: snapshot, wallClockSeconds: wallClockSeconds)
        }
        switch outcome.effect {
        case .opens(let room, let opening): line.openings[room, default: []].append(opening)
        case .opensByLink(let room, let link): line.links[room] = link
        default: break
        }
        return outcome.answer
    }
}
