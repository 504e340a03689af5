import TestSupport
import Testing

@testable import sotto

/// What a changed digit alone doesn't show: lists too short, long lives, and messages that say only of themselves
/// whether they are right.
@Suite(.enabled(if: PublishedFolder.isPresent, Comment(rawValue: SharedVectors.absence)))
struct LongVectorTests {
    @Test func aMessageCutShortOrOneByteLongerFails() throws {
        let vector = try #require(PublishedList("mls/messages.json").running.first)
        #expect(vector.count == 17)
        for change in [{ $0 + "00" }, { String($0.dropLast(2)) }, { "0" + $0 + "0" }] as [(String) -> String] {
            for changed in ChangedValue.all(of: vector, text: change) {
                #expect(PublishedList.tally([changed.json])?.failed == 1, "\(changed.place)")
            }
        }
    }

    @Test func aMessageOfAnotherKindThanItsNameFails() throws {
        let vector = try #require(PublishedList("mls/messages.json").running.first)
        let messages = vector.filter { $0.key.hasPrefix("mls_") || $0.key.contains("_message") }
        #expect(messages.count == 7)
        for (name, _) in messages {
            for (other, message) in messages where other != name {
                #expect(
                    PublishedList.tally([vector.merging([name: message]) { $1 }])?.failed == 1, "\(other) as \(name)")
            }
        }
    }

    @Test func aMessageTooFewOrTooManyFails() throws {
        let vector = try #require(PublishedList("mls/messages.json").running.first)
        for name in vector.keys where name != MessageVector.field {
            #expect(PublishedList.tally([vector.filter { $0.key != name }])?.failed == 1, "\(name)")
        }
        #expect(PublishedList.tally([vector.merging(["another": "00"]) { $1 }])?.failed == 1)
    }

    @Test(arguments: [
        ("mls/tree-math.json", ["left", "right", "parent", "sibling"]),
        ("mls/tree-validation.json", ["resolutions", "tree_hashes"]), ("mls/treekem.json", ["leaves_private"]),
        ("mls/secret-tree.json", ["leaves"]),
    ]) func aListWithoutItsLastEntryFails(_ path: String, lists: [String]) throws {
        let vector = try #require(PublishedList(path).running.last)
        for name in lists {
            let list = try #require(vector[name] as? [Any])
            let tally = PublishedList.tally([vector.merging([name: Array(list.dropLast())]) { $1 }])
            #expect(tally?.failed == 1, "\(name)")
        }
    }

    @Test func aPathThatLeavesAMemberOutFails() throws {
        let vector = try #require(PublishedList("mls/treekem.json").running.first)
        let paths = try #require(vector["update_paths"] as? [PublishedList.Case])
        let secrets = try #require(paths[0]["path_secrets"] as? [Any])
        let path = paths[0].merging(["path_secrets": Array(secrets.dropLast())]) { $1 }
        #expect(PublishedList.tally([vector.merging(["update_paths": [path]]) { $1 }])?.failed == 1)
        #expect(PublishedList.tally([vector.merging(["update_paths": [paths[0]]]) { $1 }])?.passed == 1)
    }

    @Test func aLongLifeFailsByItsLastAuthenticator() throws {
        let vector = try #require(PublishedList("mls/passive-client-random.json").running.first)
        var epochs = try #require(vector["epochs"] as? [PublishedList.Case])
        #expect(epochs.count > 50)
        let last = try #require(epochs.last?["epoch_authenticator"] as? String)
        epochs[epochs.count - 1]["epoch_authenticator"] = ChangedValue.otherDigit(last)
        #expect(PublishedList.tally([vector.merging(["epochs": epochs]) { $1 }])?.failed == 1)
        #expect(PublishedList.tally([vector.merging(["epochs": Array(epochs.dropLast())]) { $1 }])?.passed == 1)
    }
}
