package import Identity
package import Relay
package import RelayProtocol
package import Sodium
import TestSupport

// For whoever asks a relay's lines instead of its core.
extension RandomRelayRun {
    package func person(_ device: DeviceKey) -> TestPerson? {
        world.people.joined().first { $0.device == device }
    }

    /// What the model answers, and does.
    package mutating func expected(_ request: CoreRequest) -> RelayAnswer { model.answer(request, at: relay.moment) }

    package func accessKey(of number: EntryNumber, in room: RoomID) -> Ed25519.SecretKey? {
        guard let entry = model.rooms[room]?[number.rawValue]?.entry, let key = entry.header.accessKey else {
            return nil
        }
        return world.secret(of: key.bytes)
    }

    /// Whether a link lets one in.
    package func serves(_ link: LinkKey, _ room: RoomID) -> Bool {
        model.rooms[room]?.publicState?.state.links.contains {
            $0.key == link && UInt64(max(0, relay.moment.wallClockSeconds)) < $0.expiresAtSeconds
        } ?? false
    }

    /// A request that changes nothing.
    package mutating func reading(_ person: TestPerson) -> RelayRequest {
        switch random.number(below: 6) {
        case 0: return .lookUp(LookUp(target: .name(random.pick(world.names))))
        case 1, 2: return .lookUp(LookUp(target: .identity(world.device(&random).identity)))
        case 3:
            return .countKeyPackages(
                CountKeyPackages(suite: CipherSuiteNumber(rawValue: UInt16(random.number(below: 6)))))
        default:
            let room = random.pick(world.rooms)
            let latest = model.rooms[room]?.publicState.map { BlobHash(of: $0.state.blob) }
            let hash = random.pick([nil, nil, latest, BlobHash.random(&random)])
            return .fetchPublicState(FetchPublicState(room: room, hash: hash))
        }
    }

    /// What such a request must be answered, by looking at everything.
    package func expected(
        _ request: RelayRequest, _ person: TestPerson, _ access: (RoomID) -> Access
    ) -> RelayAnswer? {
        switch request {
        case .lookUp(let request): lookUp(request.target)
        case .countKeyPackages(let request): count(request.suite, of: person.device)
        case .fetchPublicState(let request): fetch(request, access(request.room))
        default: nil
        }
    }

    private func lookUp(_ target: DirectoryTarget) -> RelayAnswer {
        let identity: IdentityKey
        switch target {
        case .identity(let key): identity = key
        case .name(let name):
            guard let record = model.names[name], record.releasedAt == nil else { return .refused(.unknown) }
            identity = record.holder
        }
        guard model.accounts.contains(identity) else { return .refused(.unknown) }
        let devices = model.devices.values.filter { $0.owner == identity }.sorted { $0.order < $1.order }
        return .found(
            Found(
                identity: identity, name: FoundName(model.nameBorne(by: identity)), devices: devices.map(\.credential)))
    }

    private func count(_ suite: CipherSuiteNumber, of device: DeviceKey) -> RelayAnswer {
        let shelf = model.devices[device]?.shelves[suite]
        return .keyPackageCount(
            KeyPackageCount(count: UInt16(shelf?.ordinary.count ?? 0), hasLastResort: shelf?.lastResort != nil))
    }

    private func fetch(_ request: FetchPublicState, _ access: Access) -> RelayAnswer {
        let (log, stands) = (model.rooms[request.room], model.rooms[request.room]?.publicState)
        let latest = stands.map {
            RelayAnswer.fetchedPublicState(FetchedPublicState(epoch: EntryNumber($0.epoch), blob: $0.state.blob))
        }
        if let hash = request.hash {
            return stands.map { BlobHash(of: $0.state.blob) } == hash ? latest ?? .refused(.gone) : .refused(.gone)
        }
        guard let log else { return .refused(.notAllowed) }
        switch access {
        case .none: return .refused(.notAllowed)
        case .link(let link):
            guard serves(link, request.room) else { return .refused(.notAllowed) }
        case .member(let openings):
            if let stands, !log.reads(stands.epoch, from: openings.map(\.number.rawValue)) {
                return .refused(.notAllowed)
            }
        }
        return latest ?? .refused(.gone)
    }
}
