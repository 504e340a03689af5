import MLS
import Sodium
import TLSCodec
import Testing

/// A step that throws leaves the group byte for byte as it was.
@Suite struct AtomicityTests {
    /// A message of every kind, for a member that could process each of them.
    struct Messages {
        var party: Party
        var all: [(kind: String, bytes: [UInt8])]

        init(_ suite: CipherSuite, _ format: HandshakeFormat) throws {
            party = try Party(4, suite, configuration: GroupConfiguration(handshakes: format, pastEpochs: 1))
            let late = try party.groups[0].seal([1, 2, 3])
            try party.commit(1)
            let application = try party.groups[0].seal([4, 5, 6], authenticating: [7])
            let guest = try Person("guest", suite).bundle()
            let proposal = try party.groups[0].propose(.update(), now: Person.now)
            let add = try party.groups[0].propose(.add(guest.keyPackage), now: Person.now)
            let commit = try party.groups[2].stageCommit(
                [.remove(party[3].ownLeafIndex)], options: CommitOptions(forcesPath: true), now: Person.now)
            let external = try Group.joinByExternalCommit(
                try party.groups[2].groupInfo(), as: Person("stranger", suite).client)
            all = [
                ("late", late), ("application", application), ("update", proposal.message), ("add", add.message),
                ("commit", commit.message), ("external commit", external.message),
            ]
        }
    }

    @Test(
        arguments: [CipherSuite.x25519ChaCha20Poly1305, .x25519AES128GCM],
        [HandshakeFormat.privateMessage, .publicMessage])
    func damagedMessagesChangeNothing(suite: CipherSuite, format: HandshakeFormat) throws {
        let messages = try Messages(suite, format)
        var group = messages.party[1]
        let before = try StoredGroup(group)
        for (kind, bytes) in messages.all {
            for place in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 120)) {
                var damaged = bytes
                damaged[place] ^= 0x20
                #expect(throws: MLSError.self, "\(kind), byte \(place)") { try group.process(damaged) }
                let cut = Array(bytes.prefix(place))
                #expect(throws: MLSError.self, "\(kind), cut at \(place)") { try group.process(cut) }
            }
            #expect(throws: MLSError.malformed(.trailingBytes), "\(kind)") { try group.process(bytes + [0]) }
            #expect(try StoredGroup(group) == before, "\(kind)")
        }
        for (kind, bytes) in messages.all {
            var fresh = messages.party[1]
            #expect(throws: Never.self, "\(kind)") { _ = try fresh.process(bytes) }
        }
    }

    @Test func refusedStepsOfOnesOwnChangeNothing() throws {
        var party = try Party(3)
        let leaf = party[0].ownLeafIndex
        let member = try party.people[1].bundle().keyPackage
        let before = try StoredGroup(party[0])
        let refused: [([ProposedChange], MLSError)] = [
            ([.remove(leaf)], .invalid(.removeNotOfCommitter)),
            ([.remove(LeafIndex(rawValue: 77))], .invalid(.removeNamesMember)),
            ([.remove(LeafIndex(rawValue: 1)), .remove(LeafIndex(rawValue: 1))], .invalid(.leafChangedOnce)),
            ([.add(member)], .invalid(.addedNotMember)),
            ([.extensions([]), .extensions([])], .invalid(.groupContextExtensionsOnce)),
            (
                [.reInit(groupID: GroupID([]), cipherSuite: .x25519AES128GCM, extensions: []), .extensions([])],
                .invalid(.reinitAlone)
            ),
        ]
        for (changes, error) in refused {
            #expect(throws: error) { try party.groups[0].stageCommit(changes, now: Person.now) }
        }
        let psks: [ProposedChange] = [
            .externalPSK(id: [1]), .resumptionPSK(groupID: party[0].id, epoch: Epoch(rawValue: 99)),
        ]
        for psk in psks {
            let error = #expect(throws: MLSError.self) { try party.groups[0].stageCommit([psk], now: Person.now) }
            guard case .missingPSK = error else { throw MLSError.unsupported }
        }
        #expect(throws: MLSError.overLimit) { try party.groups[0].exportSecret("x", byteCount: 255 * 32 + 1) }
        #expect(try StoredGroup(party[0]) == before)
        #expect(try party[0].exportSecret("x", byteCount: 255 * 32).byteCount == 255 * 32)
    }

    @Test func messagesOfOtherKindsAreRefused() throws {
        var party = try Party(2)
        let before = try StoredGroup(party[0])
        let guest = try Person("guest").bundle()
        let commit = try party.groups[1].stageCommit([.add(guest.keyPackage)], now: Person.now)
        for bytes in [try guest.message(), try party[1].groupInfo(), try #require(commit.welcome)] {
            #expect(throws: MLSError.unsupported) { try party.groups[0].process(bytes) }
        }
        var others = try Party(2)
        for bytes in [try others.groups[0].seal([1]), commit.message] {
            #expect(throws: MLSError.wrongGroup) {
                bytes == commit.message
                    ? try others.groups[0].process(bytes) : try party.groups[0].process(bytes)
            }
        }
        #expect(try StoredGroup(party[0]) == before)
    }
}
