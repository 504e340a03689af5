import MLS
import Testing

extension Simulation {
    /// Some say something; it goes into everybody else's mail.
    mutating func talk() throws {
        for _ in 0..<Int.random(in: 0...6, using: &random) {
            let sender = somebody()
            let bytes = try residents[sender].group.seal(
                Array("letter \(letters)".utf8), authenticating: [UInt8(letters & 0xFF)], random: source)
            let letter = Letter(number: letters, epoch: residents[sender].group.currentEpoch, bytes: bytes)
            for reader in residents.indices where reader != sender {
                residents[reader].mail.append(letter)
                residents[reader].expected.insert(letter.number)
            }
            letters += 1
        }
    }

    /// Mail arrives in any order: what would soon be too late for sure, the rest by chance.
    mutating func deliver(all: Bool) throws {
        for reader in residents.indices {
            residents[reader].mail.shuffle(using: &random)
            var kept: [Letter] = []
            for letter in residents[reader].mail {
                let age = residents[reader].group.currentEpoch.rawValue - letter.epoch.rawValue
                if all || age >= UInt64(Self.pastEpochs) || chance(40) {
                    try read(letter, reader)
                } else {
                    kept.append(letter)
                }
            }
            residents[reader].mail = kept
        }
    }

    /// Somebody reads all that is left, before leaving.
    mutating func readEverything(_ reader: Int) throws {
        for letter in residents[reader].mail.shuffled(using: &random) { try read(letter, reader) }
        residents[reader].mail = []
        #expect(Set(residents[reader].heard.keys) == residents[reader].expected)
        #expect(residents[reader].heard.values.allSatisfy { $0 == 1 })
    }

    private mutating func read(_ letter: Letter, _ reader: Int) throws {
        let heard = try residents[reader].group.hear(letter.bytes)
        #expect(heard.content == Array("letter \(letter.number)".utf8))
        #expect(heard.authenticatedData == [UInt8(letter.number & 0xFF)])
        #expect(heard.epoch == letter.epoch)
        residents[reader].heard[letter.number, default: 0] += 1
        deliveries += 1
        guard chance(10) else { return }
        #expect(throws: MLSError.secretUsedOrGone) { try residents[reader].group.process(letter.bytes) }
    }
}
