import MLS
import Sodium
import TestSupport
import Testing

/// A group that lives at random: people come, go, renew their keys and talk, and messages arrive in any order within
/// the windows. One commit of each epoch counts; everybody follows it.
struct Simulation {
    static let pastEpochs = 2
    static let peopleMax = 20
    static let psks = PSKStore(external: [[1]: Secret(copying: [1, 1]), [2]: Secret(copying: [2])])

    /// One who is in the group, with the mail that hasn't been read.
    struct Resident {
        var person: Person
        var group: Group
        var mail: [Letter] = []
        var heard: [Int: Int] = [:]
        var expected: Set<Int> = []
    }

    struct Letter {
        let number: Int
        let epoch: Epoch
        let bytes: [UInt8]
    }

    var random: SeededRandom
    let source: RandomSource
    let suite: CipherSuite
    var residents: [Resident] = []
    /// Who is being invited.
    var guests: [(Person, KeyPackageBundle)] = []
    var born = 0
    var letters = 0
    var commits = 0
    var deliveries = 0

    init(_ suite: CipherSuite, seed: UInt64) throws {
        self.suite = suite
        random = SeededRandom(seed: seed)
        source = SeededSource(seed: seed).source
        let founder = newPerson()
        let group = try Group(
            cipherSuite: suite, client: founder.client, configuration: configuration(), now: Person.now,
            random: source)
        residents = [Resident(person: founder, group: group)]
        try commit(by: 0, [try invitation()])
    }

    mutating func run(epochs: Int) throws {
        for _ in 0..<epochs {
            try talk()
            try deliver(all: false)
            if chance(10) { try restartSomebody() }
            if chance(20) { try wasteACommit() }
            try step()
        }
        try deliver(all: true)
    }

    mutating func chance(_ percent: Int) -> Bool { Int.random(in: 0..<100, using: &random) < percent }

    mutating func somebody() -> Int { Int.random(in: residents.indices, using: &random) }

    mutating func configuration() -> GroupConfiguration {
        GroupConfiguration(
            handshakes: chance(50) ? .privateMessage : .publicMessage,
            handshakePadding: .multiples(of: 1 << Int.random(in: 0...8, using: &random)),
            pastEpochs: Self.pastEpochs)
    }

    mutating func newPerson() -> Person {
        born += 1
        return Person("person \(born)", suite, random: source)
    }
}
