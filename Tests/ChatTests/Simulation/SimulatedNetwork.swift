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
    var faults = SimulatedFaults.none
    /// How often whatever comes of a log comes.
    var deliveries = 1
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
        let busy = try clients.indices.filter(hasWork)
        guard let index = busy.randomElement(using: &random) else { return try passTime() }
        try fail(index)
        guard clients[index].line != nil else {
            if clients[index].incoming.isEmpty || Bool.random(using: &random) {
                try connect(index)
            } else {
                try hear(index)
            }
            return true
        }
        switch Int.random(in: 0..<3, using: &random) {
        case 0 where !clients[index].incoming.isEmpty: try hear(index)
        case 1 where !clients[index].asked.isEmpty: try serve(index)
        default: try push(index)
        }
        return true
    }

    /// Until nothing is left.
    mutating func settle(stepsMax: Int = 1_000_000) throws {
        for _ in 0..<stepsMax where try !step() { return }
        throw SimulationFailure.neverSettles
    }

    /// One in so many steps, something breaks.
    private mutating func fail(_ index: Int) throws {
        if faults.breaks(faults.lostLines, &random) { clients[index].loseLine() }
        if faults.breaks(faults.crashes, &random) { try clients[index].crash() }
        if faults.breaks(faults.fullDisks, &random) { clients[index].storage.failNextTransaction(.full) }
    }

    private func hasWork(_ index: Int) throws -> Bool {
        let client = clients[index]
        guard !client.isAway else { return false }
        guard let line = client.line else { return true }
        if !client.incoming.isEmpty || !client.asked.isEmpty { return true }
        for log in line.followed {
            var line = line
            if try !relay.events(log, of: client.requester, on: &line).isEmpty { return true }
        }
        return false
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
        var client = clients[index]
        var line = SimulatedLine(hash: (0..<64).map { UInt8(truncatingIfNeeded: lineCount >> ($0 % 8 * 8)) })
        var shut: [FollowedLog] = []
        for (room, key) in client.ledger.openings {
            let answer = try relay.answer(.open(room, key), from: client.requester, on: &line)
            if case .refused = answer, client.ledger.shut(room, to: key.name) { shut.append(.room(room)) }
        }
        client.line = line
        client.incoming.append(.connected(relaySeconds: seconds))
        for log in shut { client.incoming.append(.closed(log, .notAllowed)) }
        clients[index] = client
        try resumeFollowing(index)
    }

    /// Whatever of the followed doesn't come any more, from where it stopped.
    private mutating func resumeFollowing(_ index: Int) throws {
        let asked = clients[index].asked.compactMap { if case .follow(let log, _) = $0.request { log } else { nil } }
        for log in clients[index].ledger.detached.sorted(by: FollowedLog.comesBefore) where !asked.contains(log) {
            let from = clients[index].ledger.next(of: log)
            guard let answer = try follow(log, index) else { continue }
            switch answer {
            case .following(let following):
                clients[index].incoming.append(.resumed(log, from: from, last: following.last))
            case .refused(let refused): clients[index].incoming.append(.closed(log, refused.code))
            default: break
            }
        }
    }

    private mutating func follow(_ log: FollowedLog, _ index: Int) throws -> RelayAnswer? {
        guard var line = clients[index].line, clients[index].ledger.asks(for: log) != nil else { return nil }
        let request = ChatRequest.follow(log, from: clients[index].ledger.next(of: log))
        let answer = try relay.answer(request, from: clients[index].requester, on: &line)
        clients[index].line = line
        if case .refused = answer {
            clients[index].ledger.refused(for: log)
        } else {
            clients[index].ledger.answered(for: log)
        }
        return answer
    }

    /// The relay answers the oldest request, or has answered it when the line breaks.
    private mutating func serve(_ index: Int) throws {
        guard var line = clients[index].line else { return }
        if let code = refusal(), try refuse(code, index) { return }
        let (tag, request) = clients[index].asked.removeFirst()
        let answer: RelayAnswer
        if case .follow(let log, _) = request {
            guard let followed = try follow(log, index) else { return }
            answer = followed
        } else {
            answer = try relay.answer(request, from: clients[index].requester, on: &line)
            clients[index].line = line
        }
        if faults.breaks(faults.lostAnswers, &random) {
            if request.isAskedAgain {
                clients[index].asked.insert((tag, request), at: 0)
            } else {
                clients[index].incoming.append(.answered(tag.number, .failure(.lost)))
            }
            return clients[index].loseLine()
        }
        if case .open(let room, let key) = request, case .opened = answer {
            clients[index].ledger.opened(room, with: key)
        }
        clients[index].incoming.append(.answered(tag.number, Self.result(answer)))
        try resumeFollowing(index)
    }

    private mutating func refusal() -> RefusalCode? {
        guard faults.breaks(faults.refusals, &random) else { return nil }
        return [RefusalCode.tooOften, .storage, .overQuota].randomElement(using: &random)
    }

    /// The relay can't just now, or has no room: what may wait is asked again by the line, and for the rest somebody hears
    /// it. An inbox is the one thing here that may be full.
    private mutating func refuse(_ code: RefusalCode, _ index: Int) throws -> Bool {
        let (tag, request) = clients[index].asked[0]
        switch request {
        case .plain(.deliver) where code == .overQuota: break
        case .plain(.claimKeyPackages) where code != .overQuota: break
        // Asked again: as if it hadn't been asked yet.
        default: return code != .overQuota
        }
        clients[index].asked.removeFirst()
        clients[index].incoming.append(.answered(tag.number, .failure(.refused(code, detail: 1))))
        return true
    }

    private static func result(_ answer: RelayAnswer) -> Result<RelayAnswer, RelayClientError> {
        guard case .refused(let refused) = answer else { return .success(answer) }
        return .failure(.refused(refused.code, detail: refused.detail))
    }

    /// The relay tells a follower what is new.
    private mutating func push(_ index: Int) throws {
        var client = clients[index]
        guard var line = client.line, let log = line.followed.randomElement(using: &random) else { return }
        for event in try relay.events(log, of: client.requester, on: &line) {
            guard let event = client.ledger.take(event) else { continue }
            for _ in 0..<deliveries { client.incoming.append(.relay(event)) }
        }
        client.line = line
        clients[index] = client
    }

    private mutating func hear(_ index: Int) throws {
        guard try clients[index].take(.heard(clients[index].incoming[0]), at: seconds) else { return }
        clients[index].incoming.removeFirst()
    }
}

enum SimulationFailure: Error { case neverSettles }
