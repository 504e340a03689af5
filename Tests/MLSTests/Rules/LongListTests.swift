import MLS
import Testing

/// Lists as long as a message may be, every entry of which is well-formed: nothing is compared each with each.
struct LongListTests {
    /// Counts how often one is compared with another.
    private struct Counted: Hashable {
        final class Counter { var comparisons = 0 }

        let number: Int
        let counter: Counter

        static func == (left: Counted, right: Counted) -> Bool {
            left.counter.comparisons += 1
            return left.number == right.number
        }

        func hash(into hasher: inout Hasher) { hasher.combine(number) }
    }

    /// Whoever may propose to be added brings both lists.
    @Test(arguments: [true, false]) func looksForManyTypesOnceInALongList(isComplete: Bool) {
        let counter = Counted.Counter()
        let asked = (0..<2_000).map { Counted(number: $0, counter: counter) }
        let unused = (10_000..<30_000).map { Counted(number: $0, counter: counter) }
        #expect((unused + asked.dropLast(isComplete ? 0 : 1)).contains(all: asked) == isComplete)
        // Each is compared with those alone whose hash falls together with its own.
        #expect(counter.comparisons < 10 * (asked.count + unused.count))
    }

    @Test func aShortListIsLookedThroughToo() {
        #expect([1, 2, 3].contains(all: [3, 1]))
        #expect(![1, 2, 3].contains(all: [3, 4]))
        #expect([Int]().contains(all: []))
    }

    /// Every leaf of a tree is held to them.
    @Test func holdsALeafToARequirementOnceHoweverOftenItIsNamed() throws {
        let required = RequiredCapabilities(
            extensionTypes: [ExtensionType](repeating: .applicationID, count: 500),
            proposalTypes: [ProposalType](repeating: .add, count: 500),
            credentialTypes: [CredentialType](repeating: .basic, count: 500) + [.x509])
        let rules = try LeafRules(
            .x25519ChaCha20Poly1305, groupID: TreeClient.groupID, extensions: [Extension(required)],
            credentials: CredentialPolicy(), lifetimeSecondsMax: .max, now: nil)
        #expect(rules.required.extensionTypes == [.applicationID])
        #expect(rules.required.proposalTypes == [.add])
        #expect(Set(rules.required.credentialTypes) == [.basic, .x509])
        #expect(rules.required.credentialTypes.count == 2)
    }
}
