import Identity
import RelayProtocol
import TestSupport

/// The longest value of each kind that its own limits allow.
enum Largest {
    static func said(_ kind: RelayMessageKind) -> [Said] {
        let requests = request(kind).map { Said.request(RequestNumber(.max), $0) }
        let answers = answer(kind).map { Said.answer(RequestNumber(.max), $0) }
        return requests + answers + event(kind).map { Said.event($0) }
    }

    private static func request(_ kind: RelayMessageKind) -> [RelayRequest] {
        switch kind {
        case .start: [.start(Start(version: .max))]
        case .claimName: [.claimName(ClaimName(name: name))]
        case .releaseName: [.releaseName(ReleaseName())]
        case .lookUp: [.lookUp(LookUp(target: .name(name))), .lookUp(LookUp(target: .identity(Known.identity)))]
        case .publishKeyPackages: [.publishKeyPackages(keyPackages)]
        case .countKeyPackages: [.countKeyPackages(CountKeyPackages(suite: Known.suite))]
        case .claimKeyPackages: [.claimKeyPackages(ClaimKeyPackages(identity: Known.identity, suites: suites))]
        case .deliver: [.deliver(Deliver(device: Known.device, token: Known.token, item: item))]
        case .setInboxToken: [.setInboxToken(SetInboxToken(token: Known.token))]
        case .followInbox: [.followInbox(FollowInbox(from: last))]
        case .acknowledgeInbox: [.acknowledgeInbox(AcknowledgeInbox(upTo: last))]
        case .append: [.append(Append(room: Known.room, entry: entry, publicState: publicState))]
        case .putPublicState:
            [.putPublicState(PutPublicState(room: Known.room, epoch: last, publicState: publicState))]
        case .fetchPublicState: [.fetchPublicState(FetchPublicState(room: Known.room, hash: Known.blobHash))]
        case .openRoom: [.openRoom(OpenRoom(room: Known.room, number: last, signature: Known.signature))]
        case .openLink: [.openLink(OpenLink(room: Known.room, link: Known.linkKey, signature: Known.signature))]
        case .follow: [.follow(Follow(room: Known.room, from: last))]
        case .unfollow: [.unfollow(Unfollow(room: Known.room))]
        case .whisper: [.whisper(Whisper(room: Known.room, body: whisper))]
        default: []
        }
    }

    private static func answer(_ kind: RelayMessageKind) -> [RelayAnswer] {
        switch kind {
        case .done: [.done(Done())]
        case .refused: [.refused(Refused(code: RefusalCode(rawValue: .max), detail: .max))]
        case .started: [.started(Started(version: .max, timeSeconds: .max))]
        case .found: [.found(Found(identity: Known.identity, name: FoundName(name), devices: credentials))]
        case .keyPackageCount: [.keyPackageCount(KeyPackageCount(count: .max, hasLastResort: true))]
        case .claimed: [.claimed(Claimed(packages: claims))]
        case .appended: [.appended(Appended(number: last, head: Known.heads[0]))]
        case .fetchedPublicState: [.fetchedPublicState(FetchedPublicState(epoch: last, blob: blob))]
        case .opened: [.opened(Opened(last: last, head: Known.heads[0]))]
        case .following: [.following(Following(last: last))]
        default: []
        }
    }

    private static func event(_ kind: RelayMessageKind) -> [RelayEvent] {
        switch kind {
        case .entriesEvent: [.entries(EntriesEvent(room: Known.room, number: last, entry: entry))]
        case .withheldEvent:
            [.withheld(WithheldEvent(room: Known.room, number: last, reason: .gone, hash: Known.messageHash))]
        case .trimmedEvent: [.trimmed(TrimmedEvent(room: Known.room, through: last, head: Known.heads[0]))]
        case .inboxEvent: [.inbox(InboxEvent(number: last, item: item))]
        case .whisperEvent: [.whisper(WhisperEvent(room: Known.room, body: whisper))]
        default: []
        }
    }
}

extension Largest {
    static let name = AtName.known(String(repeating: "a", count: 32))
    static let last = EntryNumber(.max)
    static let suites = [CipherSuiteNumber](repeating: Known.suite, count: 8)
    static let item = [UInt8](repeating: 1, count: 1 << 20)
    static let whisper = [UInt8](repeating: 1, count: 4_096)
    static let blob = [UInt8](repeating: 1, count: 4 << 20)
    static let body = [UInt8](repeating: 1, count: 4 << 20)
    static let links = [LiveLink](repeating: Known.link, count: 64)
    static let keyPackage = KeyPackageBytes([UInt8](repeating: 1, count: 16 << 10))
    static let credentials = [CredentialBytes](repeating: CredentialBytes([UInt8](counting: 1_024)), count: 16)

    static let entry = Entry(header: .commit(parent: last, accessKey: Known.accessKey, flags: [.removes]), body: body)
    static let publicState = PublicState(blob: blob, links: links)
    static let keyPackages = PublishKeyPackages(
        suite: Known.suite, packages: [KeyPackageBytes](repeating: keyPackage, count: 20), lastResort: keyPackage)
    static let claims = [ClaimedKeyPackage](
        repeating: ClaimedKeyPackage(
            device: Known.device, suite: Known.suite, isLastResort: true, keyPackage: keyPackage), count: 16)
}
