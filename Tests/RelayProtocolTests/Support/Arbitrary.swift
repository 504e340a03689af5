import Identity
import RelayProtocol
import TestSupport

/// Values of all kinds, drawn at random, mostly small.
struct Arbitrary {
    var random: SeededRandom

    mutating func said() -> Said {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: .request(RequestNumber(number()), request())
        case 1: .answer(RequestNumber(number()), answer())
        default: .event(event())
        }
    }

    mutating func bytes(_ counts: ClosedRange<Int>) -> [UInt8] {
        random.bytes(count: .random(in: counts, using: &random))
    }

    /// Often at an end of what there is.
    mutating func number<Number: FixedWidthInteger & UnsignedInteger>() -> Number {
        switch Int.random(in: 0..<4, using: &random) {
        case 0: 0
        case 1: .max
        default: .random(in: 0...(.max), using: &random)
        }
    }

    mutating func flag() -> Bool { .random(using: &random) }

    mutating func noun<Noun: Noun32>() -> Noun {
        guard let noun = Noun(random.bytes(count: 32)) else { preconditionFailure("32 bytes are 32 bytes") }
        return noun
    }

    mutating func key<Key: KeyNoun>() -> Key {
        guard let key = Key(random.bytes(count: 32)) else { preconditionFailure("32 bytes are 32 bytes") }
        return key
    }

    mutating func list<Element>(
        _ counts: ClosedRange<Int>, _ element: (inout Arbitrary) -> Element
    ) -> [Element] {
        (0..<Int.random(in: counts, using: &random)).map { _ in element(&self) }
    }

    mutating func name() -> AtName {
        let letters = Array("abcxyz0189")
        let others = letters + Array("._-")
        let rest = list(0...31) { others.randomElement(using: &$0.random) ?? "a" }
        return .known(String([letters.randomElement(using: &random) ?? "a"] + rest))
    }

    mutating func entryNumber() -> EntryNumber { EntryNumber(number()) }

    mutating func suite() -> CipherSuiteNumber { CipherSuiteNumber(rawValue: number()) }

    mutating func keyPackage() -> KeyPackageBytes { KeyPackageBytes(bytes(1...40)) }

    mutating func token() -> InboxToken? { flag() ? InboxToken(random.bytes(count: 16)) : nil }

    mutating func publicState() -> PublicState {
        PublicState(
            blob: bytes(1...40),
            links: list(0...4) { LiveLink(key: $0.noun(), expiresAtSeconds: $0.number()) })
    }

    mutating func entry() -> Entry {
        let parent = entryNumber().next ?? .first
        let header: EntryHeader =
            switch Int.random(in: 0..<4, using: &random) {
            case 0: .create(noun())
            case 1:
                .commit(
                    parent: parent, accessKey: noun(),
                    flags: EntryFlags(rawValue: .random(in: 0...3, using: &random)))
            case 2: .message(parent: parent)
            default: .proposal(parent: parent)
            }
        return Entry(header: header, body: bytes(1...200))
    }
}
