import Chat
import Identity
import MLS
import RelayClient
import RelayProtocol
import TestSupport

@testable import Relay

/// Clients and a relay, all in one thread: what comes when is drawn from a seed, and so is which line breaks, whose process
/// ends and whose disk is full.
struct SimulatedNetwork {
    var relay = SimulatedRelay()
    var clients: [SimulatedClient] = []
    var random: SeededRandom
    var seconds: UInt64 = 1_800_000_000
    private var lineCount: UInt64 = 0

    init(_ random: SeededRandom) { self.random = random }

    mutating func meet(_ person: TestPerson) throws -> Int {
        let client = try SimulatedClient(person)
        try relay.meet(CredentialBytes(person.client.credential.encoded), client.requester)
        clients.append(client)
        return clients.count - 1
    }

    /// Asks until the disk takes it, as a person would.
    mutating func command(_ command: ChatCommand, by index: Int) throws {
        while try !clients[index].take(.asked(command), at: seconds) {}
    }

    /// One thing happens somewhere; `false` if nothing is left to happen.
    mutating func step() throws -> Bool {
        let busy = clients.indices.filter { hasWork(clients[$0]) }
        guard let index = busy.randomElement(using: &random) else { return try passTime() }
        if clients[index].line == nil, clients[index].incoming.isEmpty {
            try connect(index)
        } else if !clients[index].incoming.isEmpty, Bool.random(using: &random) || !canAsk(index) {
            try hear(index)
        } else if canAsk(index), clients[index].asked.contains(where: { !served[index, default: []].contains($0.tag) })
        {
            try serve(index)
        } else {
            try push(index)
        }
        return true
    }

    /// Until nothing is left.
    mutating func settle(stepsMax: Int = 1_000_000) throws {
        for _ in 0..<stepsMax where try !step() { return }
        throw SimulationFailure.neverSettles
    }

    // What a line has carried to the relay already.
    private var served: [Int: Set<RequestTag>] = [:]

    private func canAsk(_ index: Int) -> Bool { clients[index].line != nil }

    private func hasWork(_ client: SimulatedClient) -> Bool {
        guard let line = client.line else { return true }
        if !client.incoming.isEmpty { return true }
        let index = clients.firstIndex { $0.storage === client.storage } ?? 0
        if client.asked.contains(where: { !served[index, default: []].contains($0.tag) }) { return true }
        return line.follows.keys.contains { log in
            var line = line
            return (try? !relay.events(log, of: client.requester, on: &line).isEmpty) ?? false
        }
    }

    private mutating func passTime() throws -> Bool {
        guard let next = clients.flatMap(\.wakeAt).min() else { return false }
        relay.pass(seconds: max(next, seconds) - seconds)
        seconds = max(next, seconds)
        for index in clients.indices {
            guard clients[index].wakeAt.contains(where: { $0 <= seconds }) else { continue }
            clients[index].wakeAt.removeAll { $0 <= seconds }
            while try !clients[index].take(.woke, at: seconds) {}
        }
        return true
    }

    private mutating func connect(_ index: Int) throws {
        lineCount += 1
        served[index] = []
        var client = clients[index]
        var line = SimulatedLine(hash: (0..<64).map { UInt8(truncatingIfNeeded: lineCount >> ($0 % 8 * 8)) })
        for (room, key) in client.keys {
            _ = try relay.answer(.open(room, key), from: client.requester, on: &line)
        }
        for (log, from) in client.follows { line.follows[log] = from }
        client.line = line
        client.incoming.append(.heard(.connected(relaySeconds: seconds)))
        clients[index] = client
    }

    /// The relay answers the oldest request that it hasn't.
    private mutating func serve(_ index: Int) throws {
        var client = clients[index]
        guard var line = client.line,
            let (tag, request) = client.asked.first(where: { !served[index, default: []].contains($0.tag) })
        else { return }
        served[index, default: []].insert(tag)
        // Where a client follows again, it goes on where its events stopped.
        let answer = try relay.answer(request, from: client.requester, on: &line)
        client.line = line
        client.incoming.append(.answered(tag, Self.result(answer)))
        clients[index] = client
    }

    private static func result(_ answer: RelayAnswer) -> Result<RelayAnswer, RelayClientError> {
        guard case .refused(let refused) = answer else { return .success(answer) }
        return .failure(.refused(refused.code, detail: refused.detail))
    }

    /// The relay tells a follower what is new.
    private mutating func push(_ index: Int) throws {
        var client = clients[index]
        guard var line = client.line, let log = line.follows.keys.randomElement(using: &random) else { return }
        client.incoming += try relay.events(log, of: client.requester, on: &line).map { .heard(.relay($0)) }
        client.line = line
        clients[index] = client
    }

    private mutating func hear(_ index: Int) throws {
        let input = clients[index].incoming[0]
        let isAnswer: (tag: RequestTag, answer: Result<RelayAnswer, RelayClientError>)? =
            if case .answered(let tag, let answer) = input { (tag, answer) } else { nil }
        let asked = isAnswer.flatMap { answered in clients[index].asked.first { $0.tag == answered.tag }?.request }
        guard try clients[index].take(input, at: seconds) else { return }
        clients[index].incoming.removeFirst()
        if let isAnswer {
            clients[index].asked.removeAll { $0.tag == isAnswer.tag }
            if case .success = isAnswer.answer { clients[index].note(asked) }
        }
        if case .heard(.relay(let event)) = input { clients[index].note(event) }
    }
}

extension SimulatedClient {
    /// What the next line has to take up.
    mutating func note(_ answered: ChatRequest?) {
        switch answered {
        case .open(let room, let key): keys[room] = key
        case .follow(let log, let from): follows[log] = max(follows[log] ?? from, from)
        case .forget(let room): (keys[room], follows[.room(room)]) = (nil, nil)
        case .plain, nil: break
        }
    }

    mutating func note(_ event: RelayEvent) {
        guard let (log, last) = event.place, follows[log] != nil, let next = last.next else { return }
        follows[log] = next
    }
}

extension RelayEvent {
    /// Of which log it tells, and up to where.
    var place: (FollowedLog, EntryNumber)? {
        switch self {
        case .entries(let event): (.room(event.room), event.last)
        case .withheld(let event): (.room(event.room), event.number)
        case .trimmed(let event): (.room(event.room), event.through)
        case .inbox(let event): (.inbox, event.number)
        case .whisper: nil
        }
    }
}

enum SimulationFailure: Error { case neverSettles }
