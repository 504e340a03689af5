import RelayProtocol

extension Arbitrary {
    mutating func request() -> RelayRequest {
        let kinds = RelayMessageKind.allCases.filter { RelayRequest.kinds.contains($0.rawValue) }
        switch kinds.randomElement(using: &random) {
        case .claimName: return .claimName(ClaimName(name: name()))
        case .releaseName: return .releaseName(ReleaseName())
        case .lookUp: return .lookUp(LookUp(target: flag() ? .name(name()) : .identity(key())))
        case .publishKeyPackages:
            let packages = list(0...20) { $0.keyPackage() }
            return .publishKeyPackages(
                PublishKeyPackages(suite: suite(), packages: packages, lastResort: flag() ? keyPackage() : nil))
        case .countKeyPackages: return .countKeyPackages(CountKeyPackages(suite: suite()))
        case .claimKeyPackages:
            return .claimKeyPackages(ClaimKeyPackages(identity: key(), suites: list(1...8) { $0.suite() }))
        case .deliver: return .deliver(Deliver(device: key(), token: token(), item: bytes(1...200)))
        case .setInboxToken: return .setInboxToken(SetInboxToken(token: token()))
        case .followInbox: return .followInbox(FollowInbox(from: entryNumber()))
        case .acknowledgeInbox: return .acknowledgeInbox(AcknowledgeInbox(upTo: entryNumber()))
        case .append:
            let entry = entry()
            let hasState = entry.header.kind.beginsEpoch && flag()
            return .append(Append(room: noun(), entry: entry, publicState: hasState ? publicState() : nil))
        case .putPublicState:
            return .putPublicState(PutPublicState(room: noun(), epoch: entryNumber(), publicState: publicState()))
        case .fetchPublicState:
            return .fetchPublicState(FetchPublicState(room: noun(), hash: flag() ? noun() : nil))
        case .openRoom:
            return .openRoom(OpenRoom(room: noun(), number: entryNumber(), signature: bytes(64...64)))
        case .openLink: return .openLink(OpenLink(room: noun(), link: noun(), signature: bytes(64...64)))
        case .follow: return .follow(Follow(room: noun(), from: entryNumber()))
        case .unfollow: return .unfollow(Unfollow(room: noun()))
        case .whisper: return .whisper(Whisper(room: noun(), body: bytes(1...200)))
        default: return .start(Start(version: number()))
        }
    }

    mutating func answer() -> RelayAnswer {
        let kinds = RelayMessageKind.allCases.filter { RelayAnswer.kinds.contains($0.rawValue) }
        switch kinds.randomElement(using: &random) {
        case .refused: return .refused(Refused(code: RefusalCode(rawValue: number()), detail: number()))
        case .started: return .started(Started(version: number(), timeSeconds: number()))
        case .found:
            let devices = list(0...16) { CredentialBytes($0.bytes(1...40)) }
            return .found(Found(identity: key(), name: FoundName(flag() ? name() : nil), devices: devices))
        case .keyPackageCount: return .keyPackageCount(KeyPackageCount(count: number(), hasLastResort: flag()))
        case .claimed:
            return .claimed(
                Claimed(
                    packages: list(0...16) {
                        ClaimedKeyPackage(
                            device: $0.key(), suite: $0.suite(), isLastResort: $0.flag(), keyPackage: $0.keyPackage())
                    }))
        case .appended: return .appended(Appended(number: entryNumber(), head: noun()))
        case .fetchedPublicState:
            return .fetchedPublicState(FetchedPublicState(epoch: entryNumber(), blob: bytes(1...200)))
        case .opened: return .opened(Opened(last: entryNumber(), head: noun()))
        case .following: return .following(Following(last: entryNumber()))
        default: return .done(Done())
        }
    }

    mutating func event() -> RelayEvent {
        switch Int.random(in: 0..<5, using: &random) {
        case 0:
            let entries = (0..<Int.random(in: 1...3, using: &random)).map { _ in entry() }
            guard let event = EntriesEvent(room: noun(), first: entryNumber(), entries: entries) else { fallthrough }
            return .entries(event)
        case 1:
            let reason = WithheldReason.allCases.randomElement(using: &random) ?? .gone
            return .withheld(WithheldEvent(room: noun(), number: entryNumber(), reason: reason, hash: noun()))
        case 2: return .trimmed(TrimmedEvent(room: noun(), through: entryNumber(), head: noun()))
        case 3: return .inbox(InboxEvent(number: entryNumber(), item: bytes(1...200)))
        default: return .whisper(WhisperEvent(room: noun(), body: bytes(1...200)))
        }
    }
}
