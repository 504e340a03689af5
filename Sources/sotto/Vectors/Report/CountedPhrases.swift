/// Phrases in the order in which they first came, with how often they did.
package struct CountedPhrases: Equatable, Sendable {
    private var phrases: [String] = []
    private var counts: [String: Int] = [:]

    mutating func add(_ phrase: String, count: Int = 1) {
        if counts[phrase] == nil { phrases.append(phrase) }
        counts[phrase, default: 0] += count
    }

    mutating func add(_ other: CountedPhrases) {
        for phrase in other.phrases { add(phrase, count: other.count(of: phrase)) }
    }

    package func count(of phrase: String) -> Int { counts[phrase, default: 0] }

    /// "31 refused, 223 computed"
    var counted: String { phrases.map { "\(count(of: $0)) \($0)" }.joined(separator: ", ") }

    /// A single phrase as it is; several with their counts.
    var reasons: String {
        phrases.count == 1 ? phrases[0] : phrases.map { "\($0) (\(count(of: $0)))" }.joined(separator: "; ")
    }
}
