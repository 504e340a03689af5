import Chat
import MLS
import RelayProtocol

extension TestRoom {
    mutating func add(_ person: TestPerson, by committer: TestPerson) throws {
        let bundle = try person.keyPackage()
        try commit(by: committer, [.add(bundle.keyPackage)], joining: [bundle])
    }
}

extension RoomLink {
    static func made(by maker: TestPerson, _ secret: LinkSecret = LinkSecret(), uses: UInt32 = 1) -> RoomLink {
        RoomLink(
            key: secret.key, sealingKey: secret.sealingKey(for: TestRoom.suite).publicKey, maker: maker.key,
            usesAllowed: uses, expiresAtSeconds: 1_900_000_000)
    }
}
