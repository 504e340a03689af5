import Foundation
import Identity
import Relay
import RelayProtocol
import RelayStore
import RelaySupport
import SecureChannel
import Sodium
import TestSupport

/// ``RandomRelayRun``'s requests and model, over the lines of a relay whose store is on a disk: lines come, go and break
/// off, several append at once, and the relay is stopped, or killed, and started anew.
struct RandomLineRun {
    private var run: RandomRelayRun
    private var relay: ServedRelay
    private let disk: StoreOnDisk
    private let identity: RelayLineIdentity
    private var lines: [PlayedLine] = []
    private var serials: [DeviceKey: UInt64] = [:]
    private(set) var counts: [String: Int] = [:]

    private static let linesMax = 12

    private static var limits: RelayLimits {
        var limits = RandomRelayRun.limits
        limits.appendsPerSecond = 1_000_000
        // A crowded room would lose messages when the sweeper gets to it, and the model doesn't know when that is.
        limits.roomBytesMax = 192 << 10
        return limits
    }

    init(seed: UInt64) async throws {
        identity = RelayLineIdentity(secretKey: X25519.SecretKey(), isSilent: false)
        let disk = try StoreOnDisk()
        self.disk = disk
        run = try RandomRelayRun(seed: seed, key: identity.relayKey, limits: Self.limits) { disk.store }
        run.knowsTime = false
        relay = try await ServedRelay(disk.store, limits: Self.limits, identity: identity)
    }

    mutating func run(stepCount: Int) async throws {
        for step in 0..<stepCount {
            do {
                try await self.step()
                if step.isMultiple(of: 211) { try await settleAll() }
                if step.isMultiple(of: 2_003) { try run.checkAll() }
            } catch let mismatch as ModelMismatch {
                throw ModelMismatch("step \(step): \(mismatch.description)")
            }
        }
        try await settleAll()
        try run.checkAll()
        await relay.server.stop()
    }

    private mutating func step() async throws {
        switch run.random.number(below: 1_000) {
        case 0..<2: try await restart(killed: run.random.happens(1, in: 2))
        case 2..<22: try await drop()
        case 22..<60: try await openAny()
        case 60..<120: try await follow()
        case 120..<180: try await read()
        case 180..<210: try await appendAtOnce()
        case 210..<225: try await breakOff()
        default: try await group()
        }
    }

    private mutating func count(_ what: String) { counts[what, default: 0] += 1 }

    // MARK: Lines

    /// A line of this person, made if there is none.
    private mutating func line(of person: TestPerson) async throws -> Int {
        let here = lines.indices.filter { lines[$0].person.device == person.device }
        if !here.isEmpty, !run.random.happens(1, in: 40) { return run.random.pick(here) }
        if lines.count >= Self.linesMax { try await drop() }
        return try await dial(person)
    }

    private mutating func dial(_ person: TestPerson) async throws -> Int {
        let serial = serials[person.device, default: 1] + (run.random.happens(1, in: 6) ? 1 : 0)
        let line = try await relay.line(person.lineIdentity(credentialSerial: serial, serial: serial))
        let expected = run.expected(person.keepDevice(serial: serial))
        let answer = try await line.ask(.start(Start(version: RelayProtocolVersion.current)))
        switch answer {
        case .started: try expect(expected == .done(Done()), "a line was started, but \(expected)")
        default: try expect(answer == expected, "\(answer) instead of \(expected) to a start")
        }
        serials[person.device] = serial
        lines.append(PlayedLine(person, line, isStarted: answer != expected))
        count("lines")
        return lines.count - 1
    }

    private mutating func drop() async throws {
        guard !lines.isEmpty else { return }
        var line = lines.remove(at: Int(run.random.number(below: UInt64(lines.count))))
        try await line.settle()
        await line.line.close()
        count("lines ended")
    }

    private mutating func settleAll() async throws {
        for index in lines.indices { try await lines[index].settle() }
    }

    private mutating func restart(killed: Bool) async throws {
        try await settleAll()
        if killed { try disk.kill() }
        await relay.server.stop()
        if !killed { try disk.reopen() }
        lines = []
        try run.restart()
        relay = try await ServedRelay(disk.store, limits: Self.limits, identity: identity)
        count(killed ? "kills" : "restarts")
    }

    // MARK: What changes something

    private mutating func group() async throws {
        var requests = try run.requests()
        if run.random.happens(1, in: 2) {
            let requester = run.world.device(&run.random).requester
            requests = requests.map { CoreRequest(requester: requester, ask: $0.ask) }
        }
        while let first = requests.first {
            let together = requests.prefix { $0.requester.device == first.requester.device }
            requests.removeFirst(together.count)
            try await ask(Array(together))
        }
    }

    /// All of them by one line, in one record.
    private mutating func ask(_ requests: [CoreRequest]) async throws {
        guard let person = run.person(requests[0].requester.device) else { return }
        let index = try await line(of: person)
        var asked: [CoreRequest] = []
        for request in requests {
            guard let request = try await realized(request, on: index) else { continue }
            asked.append(request)
        }
        // What is known by now, not what was when the first of them was drawn.
        asked = asked.map { $0.withAccess { lines[index].access(to: $0) } }
        if asked.contains(where: \.takesItems) { try await settleAll() }
        let numbers = try lines[index].line.send(asked.compactMap(\.wire))
        for (request, number) in zip(asked, numbers) {
            try compare(request, try await lines[index].line.answer(to: number), isStarted: lines[index].isStarted)
        }
    }

    /// With the epochs or the link opened on this line that it was drawn for.
    private mutating func realized(_ request: CoreRequest, on index: Int) async throws -> CoreRequest? {
        guard case .keepDevice = request.ask else {
            guard let (room, access) = request.accessed else { return request }
            switch access {
            case .none: break
            case .link(let link): try await openLink(link, of: room, on: index)
            case .member(let openings):
                let known = lines[index].rooms[room]?.openings ?? []
                for opening in openings where !known.contains(opening) || run.random.happens(1, in: 20) {
                    try await open(room, at: opening.number, on: index)
                }
            }
            return request
        }
        return nil
    }

    private mutating func compare(_ request: CoreRequest, _ answer: RelayAnswer, isStarted: Bool) throws {
        count("requests")
        guard isStarted else {
            return try expect(answer == .refused(.outOfTurn), "\(answer) on a line that isn't started")
        }
        let before = run.lastNumber(request)
        let expected = run.expected(request)
        count(answer.sort)
        guard answer.isAlike(expected) else {
            throw ModelMismatch("\("\(request.ask)".prefix(1_000)): \(answer) instead of \(expected)")
        }
        guard let last = run.lastNumber(request), last != before else { return }
        switch request.ask {
        case .append(let append, _):
            guard let log = run.model.rooms[append.room] else { return }
            for index in lines.indices { lines[index].added(last, to: append.room, in: log) }
        case .deliver(let delivery):
            for index in lines.indices where lines[index].person.device == delivery.device {
                lines[index].expectItem(last, delivery.item)
            }
        default: break
        }
    }

    /// Several lines, each in a room of its own, so that their order among each other makes no difference.
    private mutating func appendAtOnce() async throws {
        var rooms = run.world.rooms.filter { run.model.rooms[$0] != nil }
        rooms.shuffle(using: &run.random)
        var asked: [(line: Int, request: CoreRequest, number: RequestNumber)] = []
        for (index, room) in zip(lines.indices.shuffled(using: &run.random), rooms) {
            guard lines[index].isStarted, let epoch = run.model.rooms[room]?.epochs.last else { continue }
            try await open(room, at: EntryNumber(epoch), on: index)
            let requests = (0...run.random.number(below: 8)).map { _ in
                lines[index].person.asking(
                    .append(
                        Append(room: room, entry: .message(epoch, run.world.body(&run.random))),
                        lines[index].access(to: room)))
            }
            for request in requests { asked.append((index, request, RequestNumber(0))) }
        }
        for place in asked.indices {
            guard let wire = asked[place].request.wire else { continue }
            asked[place].number = try lines[asked[place].line].line.send(wire)
        }
        for one in asked {
            try compare(one.request, try await lines[one.line].line.answer(to: one.number), isStarted: true)
        }
        count("at once")
    }

    /// A line is lost while its appends are on their way; said again on another, each has one number.
    private mutating func breakOff() async throws {
        guard let index = lines.indices.randomElement(using: &run.random), lines[index].isStarted else { return }
        let room = run.random.pick(run.world.rooms)
        guard let epoch = run.model.rooms[room]?.epochs.last else { return }
        let person = lines[index].person
        try await open(room, at: EntryNumber(epoch), on: index)
        try await settleAll()
        let appends = (0...run.random.number(below: 12)).map { _ in
            Append(room: room, entry: .message(epoch, run.world.body(&run.random)))
        }
        try lines[index].line.send(appends.map { .append($0) })
        if run.random.happens(1, in: 2) { await Task.yield() }
        await lines.remove(at: index).line.close()
        let again = try await dial(person)
        try await open(room, at: EntryNumber(epoch), on: again, isUnsettled: true)
        let access = lines[again].access(to: room)
        let numbers = try lines[again].line.send(appends.map { .append($0) })
        for (append, number) in zip(appends, numbers) {
            try compare(
                person.asking(.append(append, access)), try await lines[again].line.answer(to: number),
                isStarted: lines[again].isStarted)
        }
        count("broken off")
    }

    // MARK: What only reads

    private mutating func openAny() async throws {
        let index = try await line(of: run.world.device(&run.random))
        let room = run.random.pick(run.world.rooms)
        if run.random.happens(1, in: 4) {
            return try await openLink(run.random.pick(run.world.links), of: room, on: index)
        }
        let last = run.model.rooms[room]?.last ?? 0
        let epochs = run.model.rooms[room]?.epochs ?? []
        let number =
            run.random.happens(1, in: 4) || epochs.isEmpty
            ? run.random.pick([0, .max, .max - 1, last, last + 1, run.random.number(below: last + 1)])
            : run.random.pick(epochs)
        try await open(room, at: EntryNumber(number), on: index, isForged: run.random.happens(1, in: 6))
    }

    /// - Parameter isUnsettled: while the relay may still do what a lost line has asked for.
    private mutating func open(
        _ room: RoomID, at number: EntryNumber, on index: Int, isForged: Bool = false, isUnsettled: Bool = false
    ) async throws {
        try await lines[index].settle()
        let key = run.accessKey(of: number, in: room)
        let signed = RoomOpening.signedBytes(
            handshakeHash: isForged ? [] : lines[index].line.handshakeHash, room: room, number: number)
        let signature = key?.signature(for: signed) ?? [UInt8](repeating: 0, count: 64)
        let answer = try await lines[index].line.ask(
            .openRoom(OpenRoom(room: room, number: number, signature: signature)))
        count("openings")
        guard lines[index].isStarted else { return try expect(answer == .refused(.outOfTurn), "\(answer)") }
        guard !isForged, key != nil, let log = run.model.rooms[room] else {
            return try expect(answer == .refused(.notAllowed), "\(answer) to an opening that isn't allowed")
        }
        let expected = RelayAnswer.opened(Opened(last: EntryNumber(log.last), head: log.head))
        if isUnsettled {
            guard case .opened = answer else { throw ModelMismatch("\(answer) to opening \(number)") }
        } else {
            try expect(answer == expected, "\(answer) instead of \(expected) to opening \(number)")
        }
        guard case .member(let openings) = try run.relay.member(room, [number.rawValue]), let opening = openings.first
        else { throw ModelMismatch("\(number) is no epoch in the store") }
        lines[index].open(room, opening, in: log)
    }

    private mutating func openLink(_ link: LinkKey, of room: RoomID, on index: Int) async throws {
        try await lines[index].settle()
        let signed = RoomOpening.signedBytes(
            handshakeHash: lines[index].line.handshakeHash, room: room, link: link)
        let signature = run.world.secret(of: link.bytes)?.signature(for: signed) ?? []
        let answer = try await lines[index].line.ask(
            .openLink(OpenLink(room: room, link: link, signature: signature)))
        count("openings by link")
        guard lines[index].isStarted else { return try expect(answer == .refused(.outOfTurn), "\(answer)") }
        guard let log = run.model.rooms[room], run.serves(link, room) else {
            return try expect(answer == .refused(.notAllowed), "\(answer) to a link that isn't live")
        }
        try expect(answer == .opened(Opened(last: EntryNumber(log.last), head: log.head)), "\(answer) to a link")
        lines[index].open(room, by: link)
    }

    private mutating func follow() async throws {
        let index = try await line(of: run.world.device(&run.random))
        try await lines[index].settle()
        let opened = lines[index].rooms.keys.filter { run.model.rooms[$0] != nil }.sorted {
            $0.bytes.lexicographicallyPrecedes($1.bytes)
        }
        let room =
            opened.isEmpty || run.random.happens(1, in: 6) ? run.random.pick(run.world.rooms) : run.random.pick(opened)
        let number = EntryNumber(run.random.pick([0, 1, 1, .max, run.random.number(below: 230)]))
        let isStarted = lines[index].isStarted
        count("follows")
        if run.random.happens(1, in: 4) {
            let answer = try await lines[index].line.ask(.unfollow(Unfollow(room: room)))
            lines[index].unfollow(room)
            return try expect(answer == (isStarted ? .done(Done()) : .refused(.outOfTurn)), "\(answer)")
        }
        if run.random.happens(1, in: 4) {
            let answer = try await lines[index].line.ask(.followInbox(FollowInbox(from: number)))
            guard isStarted else { return try expect(answer == .refused(.outOfTurn), "\(answer)") }
            let inbox = run.model.inboxes[lines[index].person.device]
            try expect(answer == .following(Following(last: EntryNumber(inbox?.last ?? 0))), "\(answer) to an inbox")
            return lines[index].followInbox(from: number, inbox?.items.map { ($0.number, $0.item) } ?? [])
        }
        let answer = try await lines[index].line.ask(.follow(Follow(room: room, from: number)))
        guard isStarted else { return try expect(answer == .refused(.outOfTurn), "\(answer)") }
        guard let log = run.model.rooms[room], lines[index].rooms[room]?.openings.isEmpty == false else {
            return try expect(answer == .refused(.notAllowed), "\(answer) to following what isn't open")
        }
        try expect(answer == .following(Following(last: EntryNumber(log.last))), "\(answer) to following")
        lines[index].follow(room, from: number, in: log)
    }

    private mutating func read() async throws {
        let index = try await line(of: run.world.device(&run.random))
        let request = run.reading(lines[index].person)
        let answer = try await lines[index].line.ask(request)
        count("readings")
        let expected =
            lines[index].isStarted
            ? run.expected(request, lines[index].person) { lines[index].access(to: $0) } : .refused(.outOfTurn)
        try expect(answer == expected, "\(request): \(answer) instead of \(String(describing: expected))")
    }

    private func expect(_ holds: Bool, _ description: @autoclosure () -> String) throws(ModelMismatch) {
        guard holds else { throw ModelMismatch(description()) }
    }
}
