import Identity
package import Relay
import RelayProtocol
import TestSupport

extension RandomRelayRun {
    /// One to eight at once; sometimes all of them for one place.
    package mutating func requests() throws -> [CoreRequest] {
        for full in world.rooms where (model.rooms[full]?.last ?? 0) > 220 { try retire(full) }
        world.replenishRooms()
        if random.happens(1, in: 8) { return try race() }
        if random.happens(1, in: 30) { return try burst() }
        return try (0...random.number(below: 7)).map { _ in try request() }
    }

    /// Compared once more, and then nobody asks for it any more: what looks at everything stays fast.
    private mutating func retire(_ room: RoomID) throws {
        try check(room)
        model.rooms[room] = nil
        world.rooms.removeAll { $0 == room }
    }

    /// Several commits for one parent.
    private mutating func race() throws -> [CoreRequest] {
        let room = random.pick(world.rooms)
        guard let epoch = model.rooms[room]?.epochs.last else { return [try request()] }
        return try (0..<4).map { _ in
            try append(
                .commit(
                    epoch, flags: random.happens(1, in: 5) ? .removes : [], key: world.accessKey(&random),
                    body: world.body(&random)), room,
                [epoch])
        }
    }

    /// The same by one person, more often than it may be done.
    private mutating func burst() throws -> [CoreRequest] {
        let (person, room) = (world.device(&random), random.pick(world.rooms))
        guard let epochs = model.rooms[room]?.epochs, random.happens(1, in: 2) else {
            return (0..<12).map { _ in person.asking(.claimName(random.pick(world.names))) }
        }
        return try epochs.suffix(8).map { epoch in
            let entry = Entry.commit(epoch, flags: .disputes, key: world.accessKey(&random), body: world.body(&random))
            return person.asking(.append(Append(room: room, entry: entry), try relay.member(room, [epoch])))
        }
    }

    private mutating func request() throws -> CoreRequest {
        let person = world.device(&random)
        switch random.number(below: 100) {
        case 0..<3: return keepDevice(person)
        case 3..<5: return person.asking(.claimName(random.pick(world.names)))
        case 5: return person.asking(.releaseName)
        case 6..<9: return person.asking(.publishKeyPackages(keyPackages()))
        case 9..<13: return person.asking(.claimKeyPackages(claim()))
        case 13..<23: return person.asking(.deliver(delivery()))
        case 23: return person.asking(.setInboxToken(random.happens(1, in: 6) ? nil : token()))
        case 24..<27: return person.asking(.acknowledgeInbox(upTo: acknowledged(person)))
        case 27..<31: return try putPublicState(person)
        case 31..<35: return try creation(person)
        case 35..<42: return try repeated(person)
        default:
            let room = random.pick(world.rooms)
            let access = try access(room)
            return person.asking(.append(Append(room: room, entry: entry(room, access), publicState: nil), access))
                .withPublicState(random.happens(1, in: 4) ? world.publicState(&random, at: relay.moment) : nil)
        }
    }

    // Rooms
    private mutating func append(_ entry: Entry, _ room: RoomID, _ opened: [UInt64]) throws -> CoreRequest {
        world.device(&random).asking(
            .append(Append(room: room, entry: entry), try relay.member(room, opened)))
    }

    private mutating func access(_ room: RoomID) throws -> Access {
        guard let epochs = model.rooms[room]?.epochs, !random.happens(1, in: 25) else { return .none }
        if random.happens(1, in: 10) { return .link(random.pick(world.links)) }
        let opened = (0...random.number(below: 3)).map { _ in
            random.happens(1, in: 2) ? random.pick(epochs.suffix(3)) : random.pick(epochs)
        }
        return try relay.member(room, opened)
    }

    private mutating func entry(_ room: RoomID, _ access: Access) -> Entry {
        let body = world.body(&random)
        let parent = parent(room, access)
        switch random.number(below: 10) {
        case 0: return .proposal(parent, body)
        case 1..<5:
            let flags: EntryFlags = random.pick([[], [], [], .removes, .disputes, .disputes, [.removes, .disputes]])
            return .commit(parent, flags: flags, key: world.accessKey(&random), body: body)
        default: return .message(parent, body)
        }
    }

    private mutating func parent(_ room: RoomID, _ access: Access) -> UInt64 {
        guard let room = model.rooms[room] else { return 1 }
        if random.happens(1, in: 12) {
            return random.pick([1, .max, .max - 1, room.last + 1, 1 + random.number(below: room.last)])
        }
        if case .link = access, let state = room.publicState, random.happens(3, in: 4) { return state.epoch }
        if case .member(let openings) = access, let opening = openings.first, random.happens(5, in: 6) {
            let read = room.epochsRead(from: opening.number.rawValue).sorted()
            return random.happens(2, in: 3) ? read[read.count - 1] : random.pick(read)
        }
        return random.pick(room.epochs)
    }

    private mutating func creation(_ person: TestPerson) throws -> CoreRequest {
        let room = world.rooms.count < 8 && random.happens(1, in: 3) ? world.newRoom() : random.pick(world.rooms)
        let state = random.happens(1, in: 2) ? world.publicState(&random, at: relay.moment) : nil
        let again = random.happens(1, in: 2) ? model.rooms[room]?[1]?.entry : nil
        let entry = again ?? .create(key: world.accessKey(&random), body: world.body(&random))
        return person.asking(.append(Append(room: room, entry: entry, publicState: state), .none))
    }

    private mutating func repeated(_ person: TestPerson) throws -> CoreRequest {
        let room = random.pick(world.rooms)
        guard let log = model.rooms[room], let logged = log[1 + random.number(below: log.last)] else {
            return try creation(person)
        }
        return person.asking(.append(Append(room: room, entry: logged.entry), try access(room)))
    }

    private mutating func putPublicState(_ person: TestPerson) throws -> CoreRequest {
        let room = random.pick(world.rooms)
        let access = try access(room)
        let stands = model.rooms[room]?.publicState
        let again = random.happens(1, in: 4) ? stands?.state : nil
        let epoch = random.happens(1, in: 3) ? stands?.epoch ?? 1 : parent(room, access)
        return person.asking(
            .putPublicState(
                PutPublicState(
                    room: room, epoch: EntryNumber(epoch),
                    publicState: again ?? world.publicState(&random, at: relay.moment)),
                access))
    }

    // Directory and inboxes
    private mutating func keepDevice(_ person: TestPerson) -> CoreRequest {
        let serial = 1 + random.number(below: 5)
        return person.asking(
            .keepDevice(
                CredentialBytes(random.bytes(count: 20)), credentialSerial: DeviceSerial(serial),
                lineSerial: DeviceSerial(random.happens(1, in: 50) ? .max : random.number(below: 5))))
    }

    private mutating func keyPackages() -> PublishKeyPackages {
        let packages = (0..<random.number(below: 6)).map { _ in keyPackage() }
        return PublishKeyPackages(
            suite: suite(), packages: packages, lastResort: random.happens(2, in: 3) ? keyPackage() : nil)
    }

    private mutating func keyPackage() -> KeyPackageBytes {
        world.packageCount += 1
        return .numbered(world.packageCount)
    }

    private mutating func suite() -> CipherSuiteNumber {
        CipherSuiteNumber(rawValue: UInt16(random.number(below: 6)))
    }

    private mutating func claim() -> ClaimKeyPackages {
        ClaimKeyPackages(
            identity: world.device(&random).identity, suites: (0...random.number(below: 3)).map { _ in suite() })
    }

    private mutating func token() -> InboxToken { .numbered(UInt8(random.number(below: 3))) }

    private mutating func delivery() -> Deliver {
        let device = world.device(&random).device
        let token = random.happens(1, in: 3) ? nil : random.happens(1, in: 2) ? token() : model.devices[device]?.token
        let again = random.happens(1, in: 5) ? model.inboxes[device]?.items.first?.item : nil
        return Deliver(device: device, token: token, item: again ?? world.body(&random))
    }

    private mutating func acknowledged(_ person: TestPerson) -> EntryNumber {
        let last = model.inboxes[person.device]?.last ?? 0
        return EntryNumber(random.pick([0, .max, last, random.number(below: last + 1)]))
    }
}

extension CoreRequest {
    /// For a creation or commit, which alone may bring one.
    fileprivate func withPublicState(_ state: PublicState?) -> CoreRequest {
        guard case .append(let append, let access) = ask, append.entry.header.kind.beginsEpoch else { return self }
        return CoreRequest(
            requester: requester,
            ask: .append(Append(room: append.room, entry: append.entry, publicState: state), access))
    }
}
