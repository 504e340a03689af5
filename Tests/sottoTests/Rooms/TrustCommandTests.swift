import Foundation
import Testing

@testable import sotto

extension ProgramTests {
    /// People from the command line: who they are, and who only says so.
    @Suite struct TrustCommandTests {
        @Test func twoTalkByTheirNamesInOneRoom() throws {
            let rooms = try CommandLineRooms()
            for person in ["ann", "bob"] {
                try rooms.done(person, "name", person.capitalized)
                try rooms.done(person, "name", "@" + person, "--relay", rooms.relay.line)
            }
            try rooms.done("ann", "send", "@bob", "hello")
            try rooms.done("ann", "send", "@bob", "hello again")
            let asked = try #require(try rooms.done("bob", "rooms", "--json").objects.first)
            #expect(asked["standing"] as? String == "invited" && asked["inviter"] as? String == "Ann")
            try rooms.done("bob", "accept", "@ann")
            try rooms.done("bob", "send", "@ann", "to you too")
            for (person, other) in [("ann", "@bob"), ("bob", "@ann")] {
                let said = try rooms.done(person, "history", other, "--json").objects.compactMap {
                    $0["text"] as? String
                }
                #expect(said == ["hello", "hello again", "to you too"], "\(person)")
                #expect(try rooms.done(person, "rooms", "--json").objects.count == 1)
                #expect(try rooms.done(person, "tail", other).output.contains("hello again"))
            }
            #expect(try rooms.done("ann", "rooms").output.contains("with Bob"))
            rooms.stopRelay()
        }

        @Test func bothEndsSeeOneNumberAndAMarkNeedsIt() throws {
            let rooms = try CommandLineRooms()
            try rooms.gather()
            try rooms.done("ann", "name", "@ann")
            try rooms.done("cat", "contacts", "--add", "@ann")
            let seen = try [("ann", "@cat"), ("cat", "@ann")].map { person, other in
                try #require(
                    try rooms.done(person, "verify", other, "--json").objects.first?["safetyNumber"] as? String)
            }
            #expect(seen[0] == seen[1] && seen[0].split(separator: " ").map(\.count) == Array(repeating: 5, count: 12))
            // From here on nobody needs a relay.
            rooms.stopRelay()
            let other = String(seen[0].map { $0 == "1" ? "2" : $0 })
            #expect(try rooms.sotto("ann", "verify", "@cat", other, "--mark").status == (other == seen[0] ? 0 : 3))
            #expect(try rooms.sotto("ann", "verify", "@cat", "--mark").status == 64)
            #expect(try rooms.sotto("ann", "verify", "@cat", "12345").status == 64)
            #expect(try rooms.contact("ann")["verified"] as? Bool == (other == seen[0]))
            let squeezed = seen[0].replacingOccurrences(of: " ", with: "")
            try rooms.done("ann", "verify", "@cat", squeezed, "--mark")
            #expect(try rooms.contact("ann")["verified"] as? Bool == true)
            let fingerprint = try #require(try rooms.contact("ann")["fingerprint"] as? String)
            try rooms.done("ann", "verify", "@cat", fingerprint.uppercased())
            try rooms.done("ann", "verify", fingerprint)
        }

        /// ATTACKS A32.
        @Test func whoBearsAVerifiedPersonsNameIsMarkedBesideEveryMessage() throws {
            let rooms = try CommandLineRooms()
            try rooms.gather()
            let cat = try #require(try rooms.contact("ann")["fingerprint"] as? String)
            try rooms.done("ann", "verify", "@cat", cat, "--mark")
            try rooms.done("eve", "name", "Саt")
            let link = try rooms.done("ann", "invite", "Teahouse", "--link").output
            try rooms.done("eve", "join", "-", input: link)
            try rooms.done("eve", "send", "Teahouse", "I am Cat")
            try rooms.done("cat", "send", "Teahouse", "no, I am")
            let lines = try rooms.done("ann", "tail", "Teahouse", "--lines", "2").lines
            let aid = cat.prefix(9)
            #expect(
                lines.count == 2 && lines[0].hasPrefix("Саt [")
                    && lines[0].contains("⚠ not your contact @cat: I am Cat"))
            #expect(lines.last == "Cat ✓ [\(aid)]: no, I am")
            let objects = try rooms.done("ann", "tail", "Teahouse", "--lines", "2", "--json").objects
            #expect(objects.map { $0["verified"] as? Bool } == [false, true])
            #expect(objects.map { $0["confusableWith"] as? String } == ["@cat", nil])
            let members = try rooms.done("ann", "members", "Teahouse", "--json").objects
            #expect(
                members.filter { $0["confusableWith"] as? String == "@cat" }.map { $0["name"] as? String } == ["Саt"])
            rooms.stopRelay()
        }

        /// ATTACKS A8: the relay's database is gone, and somebody else has taken the name.
        @Test func aNameWithAnotherKeyStopsWhatIsSentToItUntilItIsDecided() throws {
            let rooms = try CommandLineRooms()
            try rooms.gather()
            let known = try #require(try rooms.contact("ann")["fingerprint"] as? String)
            try rooms.done("ann", "verify", "@cat", known, "--mark")
            try rooms.wipeRelay()
            try rooms.done("eve", "name", "@cat", "--relay", rooms.relay.line)
            let added = try rooms.sotto("ann", "contacts", "--add", "@cat")
            #expect(added.status == 3 && added.errors.contains(known), "\(added)")
            let contact = try rooms.contact("ann")
            #expect(contact["verified"] as? Bool == false && contact["keyChanged"] as? Bool == true)
            #expect(contact["fingerprint"] as? String == known)
            let shown = try #require(contact["newFingerprint"] as? String)
            #expect(try rooms.sotto("ann", "send", "@cat", "are you there?").status == 3)
            #expect(try rooms.sotto("ann", "invite", "Teahouse", "@cat").status != 0)
            rooms.stopRelay()
            for words in [["verify", "@cat"], ["verify", "@cat", shown], ["send", "@cat", "x"]] {
                #expect(try rooms.sotto("ann", words).status == 3, "\(words)")
            }
            let wrong = String(shown.map { $0 == " " ? " " : "0" })
            #expect(try rooms.sotto("ann", "verify", "@cat", "--pin", wrong).status != 0)
            #expect(try rooms.contact("ann")["keyChanged"] as? Bool == true)
            try rooms.done("ann", "verify", "@cat", "--pin", shown)
            let decided = try rooms.contact("ann")
            #expect(decided["fingerprint"] as? String == shown && decided["keyChanged"] as? Bool == false)
            #expect(decided["verified"] as? Bool == false)
        }

        @Test func whatBlockedPeopleSayIsCountedAndNotShown() throws {
            let rooms = try CommandLineRooms()
            try rooms.gather()
            try rooms.done("cat", "send", "Teahouse", "nonsense")
            try rooms.done("bob", "send", "Teahouse", "sense")
            try rooms.done("ann", "history", "Teahouse")
            try rooms.done("ann", "block", "@cat")
            #expect(try rooms.texts("ann") == ["sense"])
            let hidden = try rooms.done("ann", "history", "Teahouse", "--json").objects.last
            #expect(hidden?["event"] as? String == "hidden" && hidden?["count"] as? Int == 1)
            try rooms.done("cat", "create", "Den")
            try rooms.done("ann", "name", "@ann")
            try rooms.done("cat", "invite", "Den", "@ann")
            #expect(!(try rooms.done("ann", "rooms").output.contains("Den")))
            #expect(try rooms.sotto("ann", "send", "@cat", "x").status == 5)
            try rooms.done("ann", "block", "@cat", "--undo")
            #expect(try rooms.texts("ann") == ["nonsense", "sense"])
            rooms.stopRelay()
        }

        /// A part of ATTACKS A34.
        @Test func aLinkThatWasGivenAsAWordStandsInNoProcessList() throws {
            let rooms = try CommandLineRooms()
            // Nobody answers there; the program tries on.
            let link =
                "sotto://192.0.2.1:9/\(String(repeating: "A", count: 43))#\(String(repeating: "B", count: 43))"
                + ".\(String(repeating: "C", count: 43))"
            let program = try RunningProgram(["join", link, "--home", rooms.temporary.path("ann"), "--no-input"])
            #expect(program.errors.wait(for: "your shell may remember it"))
            #if os(Linux)
                let words = try Data(contentsOf: URL(filePath: "/proc/\(program.number)/cmdline"))
                #expect(words.range(of: Data("join".utf8)) != nil)
                #expect(words.range(of: Data("CCC".utf8)) == nil && words.range(of: Data("BBB".utf8)) == nil)
            #endif
            program.killNow()
            rooms.stopRelay()
        }
    }
}

extension CommandLineRooms {
    /// Somebody's only contact.
    fileprivate func contact(_ person: String) throws -> [String: Any] {
        try #require(try done(person, "contacts", "--json").objects.first)
    }

    fileprivate func sotto(_ person: String, _ arguments: [String]) throws -> Ended {
        try arguments.count == 2
            ? sotto(person, arguments[0], arguments[1]) : sotto(person, arguments[0], arguments[1], arguments[2])
    }
}
