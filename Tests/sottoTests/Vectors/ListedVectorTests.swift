import TestSupport
import Testing

@testable import sotto

/// Published cases of MLS and HPKE in files of somebody's own, where no digest says that a byte was changed: the checks
/// themselves have to find it.
@Suite(.enabled(if: PublishedFolder.isPresent, Comment(rawValue: SharedVectors.absence)))
struct ListedVectorTests {
    static let files = [
        "mls/crypto-basics.json", "mls/deserialization.json", "mls/key-schedule.json", "mls/message-protection.json",
        "mls/passive-client-handling-commit.json", "mls/passive-client-welcome.json", "mls/psk_secret.json",
        "mls/secret-tree.json", "mls/transcript-hashes.json", "mls/tree-math.json", "mls/tree-operations.json",
        "mls/tree-validation.json", "mls/treekem.json", "mls/welcome.json", "hpke/pq.json", "hpke/xwing.json",
    ]

    /// X-Wing's encapsulation draws its own randomness; who proposes to add or remove somebody changes nothing.
    private static func counts(_ place: String, in vector: PublishedList.Case) -> Bool {
        if place.hasPrefix("proposal_sender") { return (vector["proposal"] as? String)?.hasPrefix("0002") == true }
        return !place.hasPrefix("ikmE") && !place.hasPrefix("eseed")
    }

    /// The five shortest cases of each file.
    @Test(arguments: files) func aChangedValueFails(_ path: String) throws {
        let vectors = PublishedList(path).running.prefix(5)
        #expect(!vectors.isEmpty)
        for vector in vectors {
            for changed in ChangedValue.all(of: vector) where Self.counts(changed.place, in: vector) {
                let tally = try #require(PublishedList.tally([changed.json]))
                // With another suite's number a case isn't ours any more.
                #expect(tally.passed == 0 && tally.failed + tally.skipped == 1, "\(path): \(changed.place)")
            }
        }
    }

    /// X-Wing's file has no numbers.
    @Test(arguments: files.dropLast()) func aNumberOutOfAllBoundsFailsAndDoesNotCrash(_ path: String) throws {
        for vector in PublishedList(path).running.prefix(2) {
            for number in [UInt64(UInt16.max), UInt64(UInt32.max), UInt64.max] {
                for changed in ChangedValue.all(of: vector, text: nil, number: { _ in number })
                where Self.counts(changed.place, in: vector) {
                    #expect(PublishedList.tally([changed.json])?.passed == 0, "\(path): \(changed.place) \(number)")
                }
            }
        }
    }

    @Test(arguments: files) func aMissingFieldFails(_ path: String) throws {
        let vector = try #require(PublishedList(path).running.first)
        for name in vector.keys where !["ratchet_tree", "eseed", "ikmE"].contains(name) {
            let tally = try #require(PublishedList.tally([vector, vector.filter { $0.key != name }]))
            #expect(tally.failing.count == 1, "\(path): \(name)")
        }
    }
}
