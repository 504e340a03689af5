import Foundation
import Testing

@testable import sotto

extension ProgramTests {
    /// Rooms from a shell script: nobody has a terminal.
    @Suite struct RoomCommandTests {
        @Test func threeHomesTalkAndOneMissesMessagesWhileTheRelayIsKilled() throws {
            let rooms = try CommandLineRooms()
            try rooms.gather()
            try rooms.done("ann", "send", "#Teahouse", "one")
            try rooms.done("bob", "send", "Teahouse", "-", input: "two\nof two lines\n")
            try rooms.killRelay()
            try rooms.done("ann", "send", "Teahouse", "three")
            try rooms.done("cat", "send", "Teahouse", "four")
            try rooms.killRelay()
            let said = ["one", "two\nof two lines", "three", "four"]
            for person in ["ann", "bob", "cat"] { #expect(try rooms.texts(person) == said, "\(person)") }
            // Asked again, it is the same.
            for person in ["ann", "bob", "cat"] { #expect(try rooms.texts(person) == said, "\(person)") }
            let heads = try ["ann", "bob", "cat"].map { person in
                let room = try #require(try rooms.done(person, "rooms", "--json").objects.first)
                return [room["head"] as? String, room["epochAuthenticator"] as? String]
            }
            #expect(Set(heads).count == 1 && heads[0].allSatisfy { $0?.isEmpty == false }, "\(heads)")
            rooms.stopRelay()
        }

        @Test func whoIsRemovedReadsNothingThatFollows() throws {
            let rooms = try CommandLineRooms()
            try rooms.gather()
            try rooms.done("ann", "send", "Teahouse", "for all of us")
            #expect(try rooms.texts("cat") == ["for all of us"])
            #expect(try rooms.sotto("bob", "remove", "Teahouse", "Cat").status == 5)
            try rooms.done("ann", "remove", "Teahouse", "@cat")
            try rooms.done("ann", "send", "Teahouse", "for two of us")
            #expect(try rooms.texts("cat") == ["for all of us"])
            let refused = try rooms.sotto("cat", "send", "Teahouse", "am I in?")
            #expect(refused.status == 5 && refused.errors.contains("aren't a member"), "\(refused)")
            #expect(try rooms.texts("cat") == ["for all of us"], "what was read stays")
            #expect(try rooms.texts("bob") == ["for all of us", "for two of us"])
            rooms.stopRelay()
        }

        @Test func whatIsSaidWithoutARelayIsKeptAndSentOnce() throws {
            let rooms = try CommandLineRooms()
            try rooms.gather()
            rooms.relay.program.killNow()
            let kept = try rooms.sotto("ann", "send", "Teahouse", "from afar")
            #expect(kept.status == 4 && kept.errors.contains("The message is kept"))
            #expect(try rooms.done("ann", "rooms").output.contains("1 not sent yet"))
            try rooms.killRelay()
            #expect(try rooms.texts("ann") == ["from afar"])
            #expect(try rooms.texts("bob") == ["from afar"])
            rooms.stopRelay()
        }

        @Test func wordsNamesAndTitlesLieNowhere() throws {
            let rooms = try CommandLineRooms()
            try rooms.gather()
            try rooms.done("ann", "send", "Teahouse", "marmalade sandwiches")
            try rooms.done("bob", "send", "Teahouse", "ligonberry pancakes")
            for person in ["ann", "bob", "cat"] { #expect(try rooms.texts(person).count == 2) }
            rooms.stopRelay()
            for person in ["relay", "ann", "bob", "cat"] {
                let files = try rooms.files(of: person)
                #expect(files.count >= 3)
                for words in ["marmalade", "pancakes", "Teahouse"] {
                    for form in Self.forms(of: words) {
                        #expect(
                            !files.contains { $0.range(of: form) != nil }, "\(words) lies in the files of \(person)")
                    }
                }
            }
        }

        @Test func aLinkThatWasRevokedLeadsNowhere() throws {
            let rooms = try CommandLineRooms()
            try rooms.done("ann", "create", "Teahouse", "--relay", rooms.relay.line)
            let link = try rooms.done("ann", "invite", "Teahouse", "--link", "--uses", "3", "--expires", "12h").output
            try rooms.done("bob", "join", "-", input: link)
            let listed = try #require(try rooms.done("ann", "links", "Teahouse", "--json").objects.first)
            #expect(listed["uses"] as? Int == 1 && listed["usesAllowed"] as? Int == 3)
            let line = try rooms.done("bob", "links", "#Teahouse").output
            #expect(line.contains(/used 1 of 3  ends in 1[12] hours/))
            let id = try #require(listed["id"] as? String)
            #expect(try rooms.sotto("bob", "links", "Teahouse", "--revoke", id).status == 5)
            #expect(try rooms.sotto("ann", "links", "Teahouse", "--revoke", "=").status == 64)
            try rooms.done("ann", "links", "Teahouse", "--revoke", String(id.prefix(6)))
            #expect(try rooms.done("ann", "links", "Teahouse", "--json").output.isEmpty)
            #expect(try rooms.sotto("cat", "join", "-", input: link).status == 5)
            rooms.stopRelay()
        }

        @Test func messagesSayWhatToDo() throws {
            let rooms = try CommandLineRooms()
            #expect(try rooms.sotto("ann", "create", "Teahouse").status == 64)
            try rooms.done("ann", "create", "Teahouse", "--relay", rooms.relay.line)
            let nobody = try rooms.sotto("ann", "invite", "Teahouse", "@bob")
            #expect(nobody.status == 1 && nobody.errors.contains("sotto name @bob"))
            #expect(try rooms.sotto("ann", "send", "Coffee", "x").status == 64)
            #expect(try rooms.sotto("ann", "invite", "Teahouse").status == 64)
            #expect(try rooms.sotto("bob", "join", "-", input: "sotto://127.0.0.1:1/x#y.z\n").status == 64)
            let link = try rooms.done("ann", "invite", "Teahouse", "--link").output
            try rooms.done("bob", "join", "-", input: link)
            let usedUp = try rooms.sotto("cat", "join", "-", input: link)
            #expect(usedUp.status == 5, "\(usedUp.errors)")
            try rooms.done("bob", "name", "@ann")
            let taken = try rooms.sotto("ann", "name", "@ann")
            #expect(taken.status == 5 && taken.errors.contains("Somebody else"))
            rooms.stopRelay()
        }

        /// As it would look in a file: bare, in UTF-16, in hexadecimal and in base64 at each of three places.
        private static func forms(of words: String) -> [Data] {
            let bytes = Array(words.utf8)
            let hexadecimal = bytes.map { String(format: "%02x", $0) }.joined()
            let base64 = (0..<3).map { place in
                let padded = [UInt8](repeating: 0, count: place) + bytes
                return Data(padded).base64EncodedString().dropFirst(place == 0 ? 0 : 4).prefix(bytes.count)
            }
            let texts = [hexadecimal, hexadecimal.uppercased()] + base64.map(String.init)
            return [Data(bytes), words.data(using: .utf16LittleEndian), words.data(using: .utf16BigEndian)].compactMap {
                $0
            }
                + texts.map { Data($0.utf8) }
        }
    }
}
