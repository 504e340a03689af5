import RelayProtocol

extension Example {
    static let requests = directoryRequests + inboxRequests + roomRequests

    private static let directoryRequests = [
        Example(.start(Start(version: 1)), kind: 32, "0001"),
        Example(.claimName(ClaimName(name: Known.name)), kind: 33, "03 616e6e"),
        Example(.releaseName(ReleaseName()), kind: 34, ""),
        Example(.lookUp(LookUp(target: .name(Known.name))), kind: 35, "01 03 616e6e"),
        Example(.lookUp(LookUp(target: .identity(Known.identity))), kind: 35, "02 \(identity)"),
        Example(
            .publishKeyPackages(
                PublishKeyPackages(suite: Known.suite, packages: [KeyPackageBytes([1]), KeyPackageBytes([2, 3])])),
            kind: 36, "f04d 00000007 0001 01 0002 0203 00"),
        Example(
            .publishKeyPackages(
                PublishKeyPackages(suite: Known.suite, packages: [], lastResort: KeyPackageBytes([4]))),
            kind: 36, "f04d 00000000 01 0001 04"),
        Example(.countKeyPackages(CountKeyPackages(suite: Known.suite)), kind: 37, "f04d"),
        Example(
            .claimKeyPackages(
                ClaimKeyPackages(identity: Known.identity, suites: [Known.suite, CipherSuiteNumber(rawValue: 3)])),
            kind: 38, "\(identity) 04 f04d 0003"),
    ]

    private static let inboxRequests = [
        Example(.deliver(Deliver(device: Known.device, item: [5, 6])), kind: 39, "\(device) 00 00000002 0506"),
        Example(
            .deliver(Deliver(device: Known.device, token: Known.token, item: [5])), kind: 39,
            "\(device) 01 \(token) 00000001 05"),
        Example(.setInboxToken(SetInboxToken()), kind: 40, "00"),
        Example(.setInboxToken(SetInboxToken(token: Known.token)), kind: 40, "01 \(token)"),
        Example(.followInbox(FollowInbox(from: .first)), kind: 41, "0000000000000001"),
        Example(.acknowledgeInbox(AcknowledgeInbox(upTo: EntryNumber(0x102))), kind: 42, "0000000000000102"),
    ]

    private static let roomRequests = [
        Example(
            .append(
                Append(
                    room: Known.room, entry: Known.creation,
                    publicState: PublicState(blob: Array("blob".utf8), links: [Known.link]))),
            kind: 43, "\(room) \(creation) 01 \(publicState)"),
        Example(.append(Append(room: Known.room, entry: Known.message)), kind: 43, "\(room) \(message) 00"),
        Example(
            .append(
                Append(
                    room: Known.room,
                    entry: Entry(
                        header: .commit(
                            parent: EntryNumber(.max), accessKey: Known.accessKey, flags: [.removes, .disputes]),
                        body: [8]))),
            kind: 43, "\(room) 0001 02 03 ffffffffffffffff \(access) 00000001 08 00"),
        Example(
            .append(Append(room: Known.room, entry: Entry(header: .proposal(parent: EntryNumber(2)), body: [9]))),
            kind: 43, "\(room) 0001 04 00 0000000000000002 00000001 09 00"),
        Example(
            .putPublicState(
                PutPublicState(
                    room: Known.room, epoch: EntryNumber(3),
                    publicState: PublicState(blob: Array("blob".utf8), links: [Known.link]))),
            kind: 44, "\(room) 0000000000000003 \(publicState)"),
        Example(.fetchPublicState(FetchPublicState(room: Known.room)), kind: 45, "\(room) 00"),
        Example(
            .fetchPublicState(FetchPublicState(room: Known.room, hash: Known.blobHash)), kind: 45,
            "\(room) 01 \(blobHash)"),
        Example(
            .openRoom(OpenRoom(room: Known.room, number: .first, signature: Known.signature)), kind: 46,
            "\(room) 0000000000000001 \(signature)"),
        Example(
            .openLink(OpenLink(room: Known.room, link: Known.linkKey, signature: Known.signature)), kind: 47,
            "\(room) \(link) \(signature)"),
        Example(.follow(Follow(room: Known.room, from: EntryNumber(3))), kind: 48, "\(room) 0000000000000003"),
        Example(.unfollow(Unfollow(room: Known.room)), kind: 49, "\(room)"),
        Example(.whisper(Whisper(room: Known.room, body: [1, 2, 3])), kind: 50, "\(room) 0003 010203"),
    ]
}
