import HPKE
import MLS
import Sodium
import Testing

/// Whoever prints a group by accident shows no secret.
@Suite struct PrintingTests {
    @Test(arguments: CipherSuite.tested)
    func printingAndDumpingShowsNoSecret(suite: CipherSuite) throws {
        var party = try Party(2, suite, configuration: GroupConfiguration(pastEpochs: 1))
        _ = try party.groups[1].hear(try party.groups[0].seal([1]))
        try party.commit(0)
        _ = try party.groups[0].propose(.update(), now: Person.now)
        let bundle = try Person("guest", suite).bundle()
        let commit = try party.groups[1].stageCommit([.add(bundle.keyPackage)], now: Person.now)
        let keys = try #require(party[0].epoch.member)
        let secrets =
            [
                keys.schedule.initSecret, keys.schedule.exporterSecret, keys.schedule.externalSecret,
                keys.schedule.resumptionPSK,
            ].map(\.copied)
            + ([keys.path.leafKey, bundle.initKey, bundle.leafKey] + keys.path.nodeKeys.map(\.key)).map(\.copied)
            + [keys.signatureKey.withSeed { seed in seed.indices.map { seed[$0] } }]
        let shown = [text(party[0]), text(bundle), text(commit), text(party.people[0].client)]
        let control = text(Revealing(bytes: secrets[0]))
        #expect(control.shows(secrets[0]))
        for text in shown {
            for secret in secrets { #expect(!text.shows(secret)) }
        }
    }

    private struct Revealing {
        let bytes: [UInt8]
    }

    /// All that the language itself says of a value.
    private func text(_ value: some Any) -> String {
        var dumped = ""
        dump(value, to: &dumped)
        return "\(value)" + String(reflecting: value) + dumped
    }
}

extension String {
    /// Whether bytes stand in it, as numbers in a row, one a line, or as digits.
    fileprivate func shows(_ secret: [UInt8]) -> Bool {
        let front = secret.prefix(6)
        let line = front.map { "\($0)" }.joined(separator: ", ")
        let digits = front.map { String($0 / 16, radix: 16) + String($0 % 16, radix: 16) }.joined()
        let numbers = split(separator: "\n").map { $0.drop { $0 == " " } }.filter { $0.hasPrefix("- ") }
            .map { UInt8($0.dropFirst(2)) }
        let rows = numbers.indices.dropLast(front.count).contains { place in
            numbers[place] == front.first && numbers[place..<(place + front.count)].elementsEqual(front.map { $0 })
        }
        return contains(line) || contains(digits) || rows
    }
}
