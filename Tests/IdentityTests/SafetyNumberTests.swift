import Sodium
import Testing

@testable import Identity

@Suite struct SafetyNumberTests {
    static let vector = "10992 34888 93529 62377 51531 62101 37508 07854 15366 45172 94277 20850"

    private func key(_ bytes: [UInt8]) throws -> IdentityKey { try #require(IdentityKey(bytes)) }

    @Test func theVectorOfTheProtocolHolds() throws {
        let ones = try key(Array(repeating: 0x11, count: 32))
        let twos = try key(Array(repeating: 0x22, count: 32))
        #expect(SafetyNumber(of: ones, and: twos).text == Self.vector)
        #expect(SafetyNumber(of: twos, and: ones).text == Self.vector)
    }

    @Test func bothEndsSeeTheSame() {
        let (alice, bob) = (Person.alice.identityKey, Person.bob.identityKey)
        #expect(SafetyNumber(of: alice, and: bob) == SafetyNumber(of: bob, and: alice))
        #expect(SafetyNumber(of: alice, and: alice) == SafetyNumber(of: alice, and: alice))
    }

    @Test func eachBitOfEitherKeyChangesIt() throws {
        let keys = [Person.alice.identityKey, Person.bob.identityKey]
        let halves = keys.map { SafetyNumberHalf(of: $0) }
        let number = SafetyNumber(halves[0], halves[1])
        var seen: Set<SafetyNumber> = [number]
        for bit in 0..<512 {
            let end = bit / 256
            var bytes = keys[end].bytes
            bytes[bit % 256 / 8] ^= 1 << UInt8(bit % 8)
            let changed = SafetyNumber(SafetyNumberHalf(of: try key(bytes)), halves[1 - end])
            #expect(seen.insert(changed).inserted)
        }
        #expect(seen.count == 513)
    }

    @Test func itIsReadWithoutRegardToSpaces() throws {
        let number = try SafetyNumber(Self.vector)
        #expect(number.text == Self.vector)
        #expect(try SafetyNumber(Self.vector.filter { $0 != " " }) == number)
        #expect(try SafetyNumber("  " + Self.vector.map { "\($0) " }.joined()) == number)
    }

    @Test func anythingButSixtyDigitsIsRefused() {
        let digits = Self.vector.filter { $0 != " " }
        for count in 0..<60 {
            #expect(throws: SafetyNumberError.wrongLength) { try SafetyNumber(String(digits.prefix(count))) }
        }
        #expect(throws: SafetyNumberError.wrongLength) { try SafetyNumber(digits + "0") }
        for character in ["a", "-", "\n", "\u{0660}"] {
            #expect(throws: SafetyNumberError.notADigit) { try SafetyNumber(digits.dropLast() + character) }
        }
    }

    @Test func eachDigitIsCompared() throws {
        let digits = Array(Self.vector.filter { $0 != " " })
        for index in digits.indices {
            var changed = digits
            changed[index] = digits[index] == "0" ? "1" : "0"
            #expect(try SafetyNumber(String(changed)) != SafetyNumber(Self.vector))
        }
    }
}
