import Identity
import MLS
import RelayClient
import RelayProtocol
import RelaySupport
import SecureChannel
import Sodium
import TLSCodec
import TestSupport
import Testing

@testable import Chat

/// A28, A30, through a real relay: a member without the right to it commits what the library lets anybody commit. Every
/// honest member, and the hostile one's own honest program, refuse it and stay where they were.
@Suite(.timeLimit(.minutes(5))) struct HostileMemberAttackTests {
    private let room = RoomID([UInt8](repeating: 6, count: 32))!
    private static let suite = CipherSuite.x25519ChaCha20Poly1305

    enum Deed: String, CaseIterable, Sendable {
        case removesAMember, renames, makesItselfAdmin, makesALink, bansAnAdmin, slipsInAnExternalSender
        case saysNothingOfTheRemoval, bringsAKeyOfItsOwn
        case comesByALinkThatIsNone, comesByAUsedNumber, comesByALinkForAnotherEpoch
    }

    /// Three at a relay: Ann is the admin, Eve is hostile.
    private struct Company {
        let relay: ServedRelay
        let people: [TestPerson]
        let clients: [RunningClient]
        var eve: RunningClient { clients[2] }
        let link: LinkSecret
    }

    private func gather() async throws -> Company {
        let relay = try await ServedRelay()
        let people = try ["Ann", "Bob", "Eve"].map { try TestPerson($0) }
        var clients: [RunningClient] = []
        for person in people {
            clients.append(try await RunningClient(person, at: relay, keptIn: MemoryChatStorage()))
        }
        try await clients[0].client.perform(
            .create(room, kind: .group, name: RoomName(try DisplayName("Tea")), with: nil, suite: Self.suite))
        await clients[0].events.wait(for: .caughtUp(room))
        let secret = LinkSecret()
        try await clients[0].client.perform(.change(.makeLink(.made(by: people[0], secret, uses: 5)), of: room))
        await clients[0].events.wait(for: .granted(room))
        for guest in clients.dropFirst() {
            try await guest.client.perform(.join(room, by: secret))
            await guest.events.wait(for: .joined(room))
        }
        try await clients[2].say("I am Eve", in: room)
        for client in clients {
            while try await client.texts(in: room).isEmpty { await client.events.first { _ in true } }
        }
        return Company(relay: relay, people: people, clients: clients, link: secret)
    }

    @Test(arguments: Deed.allCases) func whatAMemberMayNotDoIsRefusedByEveryMember(deed: Deed) async throws {
        let company = try await gather()
        let before = await authenticators(company)
        #expect(Set(before).count == 1)
        let entry = try await forged(deed, company)
        let number = try await company.eve.client.line.append(entry, to: room).number
        for client in company.clients {
            let event = try await self.event(number, at: client)
            switch event {
            case .refused, .refusedCommit: break
            default: Issue.record("\(deed): \(event)")
            }
        }
        #expect(await authenticators(company) == before)
        for client in company.clients {
            let state = try #require(await client.client.read { $0.state(of: room) })
            #expect(state.members.count == 3 && state.settings.name?.name.text == "Tea")
            #expect(state.settings.admins == [company.people[0].key] && state.settings.bans.isEmpty)
            await client.close()
        }
        await company.relay.stop()
    }

    private func authenticators(_ company: Company) async -> [[UInt8]?] {
        var all: [[UInt8]?] = []
        for client in company.clients { all.append(await client.client.read { $0.epochAuthenticator(of: room) }) }
        return all
    }

    /// What became of an entry, once it has come.
    private func event(_ number: EntryNumber, at client: RunningClient) async throws -> TimelineEvent {
        while true {
            let found = try await client.client.read { core throws(ChatStorageError) in
                try core.timeline(of: room, in: number.rawValue...number.rawValue).first?.row.event
            }
            if let found { return found }
            try #require(await client.events.first { _ in true } != nil, "it has ended")
        }
    }

    /// Made with Eve's own keys, by the library alone.
    private func forged(_ deed: Deed, _ company: Company) async throws -> Entry {
        let found = await company.eve.client.read { core in
            core.rooms[room].flatMap { room in room.group.map { ($0, room.state, room.record) } }
        }
        let (group, state, record) = try #require(found)
        let honest = try #require(state)
        switch deed {
        case .comesByALinkThatIsNone:
            return try joining(group, record, by: LinkSecret(), use: 1, epoch: group.currentEpoch)
        case .comesByAUsedNumber:
            return try joining(group, record, by: company.link, use: 2, epoch: group.currentEpoch)
        case .comesByALinkForAnotherEpoch:
            return try joining(
                group, record, by: company.link, use: 3, epoch: Epoch(rawValue: group.currentEpoch.rawValue - 1))
        default: return try commit(deed, group, honest, record, company)
        }
    }

    private func commit(
        _ deed: Deed, _ group: Group, _ state: RoomState, _ record: RoomRecord, _ company: Company
    ) throws -> Entry {
        var group = group
        let bob = try #require(state.members.first { $0.identity == company.people[1].key }).leaf
        var settings = state.settings
        var changes: [ProposedChange] = []
        switch deed {
        case .removesAMember, .saysNothingOfTheRemoval: changes = [.remove(bob)]
        case .renames: settings.name = RoomName(try DisplayName("Mine"))
        case .makesItselfAdmin: settings.admins.append(company.people[2].key)
        case .makesALink: settings.links.append(.made(by: company.people[2]))
        case .bansAnAdmin: settings.bans.append(company.people[0].key)
        default: break
        }
        if settings != state.settings { changes = [.extensions(try TestRoom.extensions(settings))] }
        if deed == .slipsInAnExternalSender {
            let sender = ExternalSender(
                signatureKey: SignaturePublicKey(company.people[2].device.publicKey.bytes),
                credential: .basic(identity: company.people[2].client.credential.encoded))
            let extensions = try TestRoom.extensions(state.settings).list + [Extension(ExternalSenders([sender]))]
            changes = [.extensions(Extensions(extensions))]
        }
        let out = try group.stageCommit(
            changes, options: CommitOptions(forcesPath: true, authenticatedData: try record.position.encoded()),
            now: TestRoom.now)
        let afterwards = try #require(out.staged.groupAfterwards)
        let key =
            deed == .bringsAKeyOfItsOwn
            ? try #require(RoomAccessKey(company.people[2].device.publicKey.bytes))
            : try RoomAccess(afterwards).publicKey
        return Entry(
            header: .commit(
                parent: record.epochBegan, accessKey: key, flags: deed == .removesAMember ? .removes : []),
            body: EntryBody.message(out.message).bytes)
    }

    /// An external commit by a mark of any kind, for somebody who isn't here yet.
    private func joining(
        _ group: Group, _ record: RoomRecord, by secret: LinkSecret, use: UInt32, epoch: Epoch
    ) throws -> Entry {
        let shown = try PublicGroup(verifying: try group.groupInfo(), configuration: .room(VerifiedCredentials()))
        let join = try TestRoom.forgedJoin(
            try TestPerson("Mallory"), into: shown, of: room, by: secret, use: use, epoch: epoch)
        let sealed = try JoiningCommit.seal(
            join.message, to: try #require(shown.externalPub), of: room, epoch: group.currentEpoch,
            link: secret.key, suite: Self.suite)
        return Entry(
            header: .commit(
                parent: record.epochBegan, accessKey: try RoomAccess(join.group).publicKey, flags: []),
            body: sealed.bytes)
    }
}
