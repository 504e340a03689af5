import RelayProtocol

extension Example {
    static let answers = [
        Example(.done(Done()), kind: 96, ""),
        Example(.refused(Refused(code: .parentHasCommit, detail: 9)), kind: 97, "000a 0000000000000009"),
        Example(
            .refused(Refused(code: RefusalCode(rawValue: 0xFFFF), detail: .max)), kind: 97, "ffff ffffffffffffffff"),
        Example(.started(Started(version: 1, timeSeconds: 2_000_000_000)), kind: 98, "0001 0000000077359400"),
        Example(
            .found(
                Found(
                    identity: Known.identity, name: FoundName(Known.name),
                    devices: [CredentialBytes([1, 2]), CredentialBytes([3])])),
            kind: 99, "\(identity) 03 616e6e 00000007 0002 0102 0001 03"),
        Example(
            .found(Found(identity: Known.identity, name: FoundName(nil), devices: [])), kind: 99,
            "\(identity) 00 00000000"),
        Example(.keyPackageCount(KeyPackageCount(count: 20, hasLastResort: true)), kind: 100, "0014 01"),
        Example(
            .claimed(
                Claimed(packages: [
                    ClaimedKeyPackage(
                        device: Known.device, suite: Known.suite, isLastResort: true, keyPackage: KeyPackageBytes([7]))
                ])),
            kind: 101, "00000026 \(device) f04d 01 0001 07"),
        Example(.claimed(Claimed(packages: [])), kind: 101, "00000000"),
        Example(
            .appended(Appended(number: EntryNumber(2), head: Known.heads[2])), kind: 102, "0000000000000002 \(head)"),
        Example(
            .fetchedPublicState(FetchedPublicState(epoch: .first, blob: Array("blob".utf8))), kind: 103,
            "0000000000000001 00000004 626c6f62"),
        Example(.opened(Opened(last: EntryNumber(2), head: Known.heads[2])), kind: 104, "0000000000000002 \(head)"),
        Example(.following(Following(last: .none)), kind: 105, "0000000000000000"),
    ]
}
