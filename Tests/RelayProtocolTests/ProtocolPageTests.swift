import Foundation
import Identity
import RelayProtocol
import TLSCodec
import Testing

/// docs/protocol.md says how another implementation talks to a relay. Here it is held to that.
@Suite struct ProtocolPageTests {
    @Test func itsExamplesAreWhatTheCodeSays() throws {
        let page = try ProtocolPage.ofThisPackage()
        let expected = try Self.messages().merging(Self.values()) { one, _ in one }
        #expect(page.examples.count == 25)
        #expect(page.doubled == [])
        #expect(Set(page.examples.keys) == Set(expected.keys))
        for (label, bytes) in expected { #expect(page.examples[label] == bytes, "\(label)") }
    }

    @Test func itsTablesHaveEveryKindByItsNumber() throws {
        let numbered = try ProtocolPage.ofThisPackage().section("Relay").numbered.filter { $0.number >= 32 }
        #expect(numbered.map { "\($0.number) \($0.name)" } == RelayMessageKind.allCases.map(\.described))
    }

    @Test func itsTableHasEveryRefusal() throws {
        let rows = try ProtocolPage.ofThisPackage().section("Relay").rows
        let start = try #require(rows.firstIndex { $0.starts(with: ["code", "refusal"]) })
        let codes = rows[(start + 2)...].prefix { Int($0[0]) != nil }.map { "\($0[0]) \($0[1])" }
        #expect(codes == Self.refusals.enumerated().map { "\($0.offset + 1) \($0.element.name)" })
        #expect(Self.refusals.map(\.code.rawValue) == Array(1...15))
    }

    @Test func itSaysHowLongBodiesMayBe() throws {
        let rows = try ProtocolPage.ofThisPackage().section("Relay").rows
        let start = try #require(rows.firstIndex(of: ["kind", "bytes at most"]))
        var said: [String: Int] = [:]
        for row in rows[(start + 2)...].prefix(while: { $0.count == 2 }) {
            for kind in row[0].components(separatedBy: ", ") {
                said[kind] = Int(row[1].replacing(",", with: ""))
            }
        }
        #expect(said.count == 8)
        for kind in RelayMessageKind.allCases {
            #expect(RelayMessage.bodyBytesMax(ofKind: kind.rawValue) == said[kind.name] ?? 65_536, "\(kind)")
        }
    }

    @Test(arguments: [
        ("entry               = header ‖ opaque body", RelayProtocolLimits.entryBodyBytes),
        ("item                = opaque x", RelayProtocolLimits.inboxItemBytes),
        ("public_state        = opaque blob", RelayProtocolLimits.blobBytes),
        ("key_package         = opaque x", RelayProtocolLimits.keyPackageBytes),
        ("credential          = opaque x", RelayProtocolLimits.credentialBytes),
        ("at_name             = opaque x", AtName.byteCounts),
        ("room(32) ‖ opaque body", RelayProtocolLimits.whisperBytes),
    ])
    func itSaysHowLongFieldsMayBe(field: String, counts: ClosedRange<Int>) throws {
        let page = try ProtocolPage.ofThisPackage().section("Relay")
        #expect(page.text.contains("\(field)<\(counts.lowerBound)..\(counts.upperBound)>"))
    }

    @Test(arguments: [
        ("key_package, at most", RelayProtocolLimits.keyPackagesMax),
        ("suite(2), 1 to", RelayProtocolLimits.suitesMax),
        ("of credential, at most", RelayProtocolLimits.devicesMax),
        ("claimed_key_package, at most", RelayProtocolLimits.devicesMax),
        ("of link, at most", RelayProtocolLimits.linksMax),
    ])
    func itSaysHowLongListsMayBe(list: String, count: Int) throws {
        #expect(try ProtocolPage.ofThisPackage().section("Relay").text.contains("\(list) \(count)"))
    }
}

extension ProtocolPageTests {
    private static let refusals: [(code: RefusalCode, name: String)] = [
        (.unknownRequest, "unknown request"), (.malformed, "malformed"), (.version, "version"),
        (.outOfTurn, "out of turn"), (.notAllowed, "not allowed"), (.unknown, "unknown"), (.nameTaken, "name taken"),
        (.overQuota, "over quota"), (.tooOften, "too often"), (.parentHasCommit, "parent has commit"),
        (.unknownParent, "unknown parent"), (.roomExists, "room exists"), (.gone, "gone"), (.storage, "storage"),
        (.stopping, "stopping"),
    ]

    private static func values() throws -> [String: [UInt8]] {
        let start = LogHead(before: Known.room, at: Known.relay)
        let hashes = [try EntryHash(of: Known.creation), try EntryHash(of: Known.message)]
        let first = start.following(EntryNumber(1), hashes[0])
        return [
            "access key": Known.accessKey.bytes, "link key": Known.linkKey.bytes,
            "entry hash 1": hashes[0].bytes, "entry hash 2": hashes[1].bytes,
            "head 0": start.bytes, "head 1": first.bytes,
            "head 2": first.following(EntryNumber(2), hashes[1]).bytes,
        ]
    }

    private static func messages() throws -> [String: [UInt8]] {
        try Dictionary(uniqueKeysWithValues: Story.said.map { ($0.label, try $0.said.message().onTheLine) })
    }
}

extension RelayMessage {
    /// Length, kind and body, as a line carries them.
    fileprivate var onTheLine: [UInt8] {
        var writer = Writer()
        writer.integer(UInt32(body.count))
        writer.integer(kind)
        return writer.bytes + body
    }
}

extension RelayMessageKind {
    fileprivate var described: String { "\(rawValue) \(name)" }

    /// As the page writes it: in words, an event without saying so.
    fileprivate var name: String {
        let words = "\(self)".map { $0.isUppercase ? " \($0.lowercased())" : "\($0)" }.joined()
        return words.hasSuffix(" event") ? String(words.dropLast(6)) : words
    }
}
