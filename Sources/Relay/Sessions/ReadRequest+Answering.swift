import Identity
import RelayProtocol
import Sodium

extension ReadRequest {
    struct Outcome: Sendable {
        let answer: RelayAnswer
        var effect = Effect.none
    }

    /// - Throws: ``StorageError/unavailable`` or ``StorageError/damaged``.
    func answer(from snapshot: any RelaySnapshot, wallClockSeconds: Int64) throws(StorageError) -> Outcome {
        switch ask {
        case .login(let hello): try Self.compare(hello, in: snapshot)
        case .lookUp(let target): Outcome(answer: try Self.lookUp(target, in: snapshot))
        case .countKeyPackages(let suite): Outcome(answer: try count(suite, in: snapshot))
        case .fetchPublicState(let request, let access):
            Outcome(answer: try Self.fetch(request, access, wallClockSeconds: wallClockSeconds, in: snapshot))
        case .openRoom(let request, let handshakeHash):
            try Self.open(request, handshakeHash: handshakeHash, in: snapshot)
        case .openLink(let request, let handshakeHash):
            try Self.open(request, handshakeHash: handshakeHash, wallClockSeconds: wallClockSeconds, in: snapshot)
        }
    }

    /// The answer to a start is its line's to give; here it only is none of the others.
    private static func compare(_ hello: Hello, in snapshot: any RelaySnapshot) throws(StorageError) -> Outcome {
        guard let device = try snapshot.device(hello.credential.deviceKey) else {
            return Outcome(answer: .done(Done()), effect: .mustKeep(hello))
        }
        guard hello.certificate.serial >= device.lineSerial else {
            return Outcome(answer: .refused(.notAllowed), effect: .isSuperseded(hello))
        }
        let isKept = device.lineSerial == hello.certificate.serial && device.credentialSerial >= hello.credential.serial
        return Outcome(answer: .done(Done()), effect: isKept ? .isKept(hello) : .mustKeep(hello))
    }

    private static func lookUp(
        _ target: DirectoryTarget, in snapshot: any RelaySnapshot
    ) throws(StorageError) -> RelayAnswer {
        let identity: IdentityKey
        switch target {
        case .identity(let key): identity = key
        case .name(let name):
            guard let record = try snapshot.name(name), record.releasedAt == nil else { return .refused(.unknown) }
            identity = record.holder
        }
        guard let account = try snapshot.account(identity) else { return .refused(.unknown) }
        let devices = try snapshot.devices(of: account.row).map(\.credential)
        return .found(Found(identity: identity, name: FoundName(account.name), devices: devices))
    }

    private func count(
        _ suite: CipherSuiteNumber, in snapshot: any RelaySnapshot
    ) throws(StorageError) -> RelayAnswer {
        guard let device = try snapshot.device(requester.device) else {
            return .keyPackageCount(KeyPackageCount(count: 0, hasLastResort: false))
        }
        let count = try snapshot.keyPackageCount(of: device.row, suite: suite)
        return .keyPackageCount(
            KeyPackageCount(count: UInt16(clamping: count.ordinary), hasLastResort: count.hasLastResort))
    }

    /// Proves an epoch by its access key.
    private static func open(
        _ request: OpenRoom, handshakeHash: [UInt8], in snapshot: any RelaySnapshot
    ) throws(StorageError) -> Outcome {
        let notAllowed = Outcome(answer: .refused(.notAllowed))
        guard let log = try snapshot.log(.room(request.room)),
            let epoch = try snapshot.epoch(request.number, of: log.row)
        else { return notAllowed }
        let signed = RoomOpening.signedBytes(
            handshakeHash: handshakeHash, room: request.room, number: request.number)
        guard isValid(request.signature, by: epoch.accessKey.bytes, for: signed) else { return notAllowed }
        return Outcome(
            answer: .opened(Opened(last: log.last, head: log.head)),
            effect: .opens(request.room, try snapshot.opening(epoch, of: log.row)))
    }

    /// Proves a link that the room's public state lists.
    private static func open(
        _ request: OpenLink, handshakeHash: [UInt8], wallClockSeconds: Int64, in snapshot: any RelaySnapshot
    ) throws(StorageError) -> Outcome {
        let notAllowed = Outcome(answer: .refused(.notAllowed))
        guard let log = try snapshot.log(.room(request.room)), let state = try snapshot.publicState(of: log.row),
            state.serves(request.link, wallClockSeconds: wallClockSeconds)
        else { return notAllowed }
        let signed = RoomOpening.signedBytes(handshakeHash: handshakeHash, room: request.room, link: request.link)
        guard isValid(request.signature, by: request.link.bytes, for: signed) else { return notAllowed }
        return Outcome(
            answer: .opened(Opened(last: log.last, head: log.head)),
            effect: .opensByLink(request.room, request.link))
    }

    private static func isValid(_ signature: [UInt8], by key: [UInt8], for message: [UInt8]) -> Bool {
        guard let key = try? Ed25519.PublicKey(key) else { return false }
        return key.isValid(signature, for: message)
    }

    /// Who names a blob's hash has it from a Welcome; anybody else gets the latest, if he reads the epoch that it
    /// describes or holds one of its links.
    private static func fetch(
        _ request: FetchPublicState, _ access: Access, wallClockSeconds: Int64, in snapshot: any RelaySnapshot
    ) throws(StorageError) -> RelayAnswer {
        let log = try snapshot.log(.room(request.room))
        if let hash = request.hash {
            guard let log, let found = try snapshot.blob(hash, of: log.row) else { return .refused(.gone) }
            return .fetchedPublicState(FetchedPublicState(epoch: found.epoch, blob: found.blob))
        }
        guard let log else { return .refused(.notAllowed) }
        let state = try snapshot.publicState(of: log.row)
        guard try mayFetch(state, of: log.row, access, wallClockSeconds: wallClockSeconds, in: snapshot) else {
            return .refused(.notAllowed)
        }
        guard let state, let found = try snapshot.blob(state.hash, of: log.row) else { return .refused(.gone) }
        return .fetchedPublicState(FetchedPublicState(epoch: found.epoch, blob: found.blob))
    }

    private static func mayFetch(
        _ state: StoredPublicState?, of log: LogRow, _ access: Access, wallClockSeconds: Int64,
        in snapshot: any RelaySnapshot
    ) throws(StorageError) -> Bool {
        switch access {
        case .none: return false
        case .link(let link): return state?.serves(link, wallClockSeconds: wallClockSeconds) ?? false
        case .member(let openings):
            guard let state, let epoch = try snapshot.epoch(state.epoch, of: log) else { return true }
            let place = EntryPlace(parent: epoch.number, branch: epoch.branch)
            return try snapshot.ancestry(of: place, in: log).isReadable(from: openings)
        }
    }
}
