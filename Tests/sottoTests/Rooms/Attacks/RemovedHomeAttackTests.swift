import Foundation
import Testing

@testable import sotto

extension ProgramTests {
    /// A14, as people see it: a home that was removed from a room, and a copy of it from before.
    @Suite(.timeLimit(.minutes(5))) struct RemovedHomeAttackTests {
        @Test func neitherWhoFollowsNorAnOldCopyReadsOrSaysAnythingBehindTheRemoval() throws {
            let rooms = try CommandLineRooms()
            try rooms.gather()
            try rooms.done("ann", "send", "Teahouse", "for all of us")
            #expect(try rooms.texts("cat") == ["for all of us"])
            for thief in ["thief", "another thief"] { try copy("cat", to: thief, rooms) }
            let follower = try rooms.begin("cat", "tail", "Teahouse", "--follow", "--json")
            #expect(follower.output.wait(for: "for all of us"))
            let removal = try rooms.done("ann", "remove", "Teahouse", "@cat")
            #expect(removal.status == 0)
            for number in 1...3 { try rooms.done(number == 2 ? "bob" : "ann", "send", "Teahouse", "secret \(number)") }
            let last = try #require(rooms.overview("bob")["last"] as? Int)
            #expect(follower.output.wait(for: "\"removed\":[\""))

            // Who asks for something hears at once why it won't be, whatever the home knew before.
            let sending = try rooms.sotto("another thief", "send", "Teahouse", "I am still here")
            #expect(sending.status == 5 && sending.errors.contains("aren't a member"), "\(sending)")
            // While the follower still has its home, somebody uses the copy, with the keys of the epoch before.
            for _ in 0..<2 {
                for command in [["history", "Teahouse", "--json"], ["tail", "Teahouse", "--json", "--lines", "100"]] {
                    let shown = try PipedClient(
                        command: command + ["--home", rooms.temporary.path("thief"), "--no-input"])
                    #expect(shown.status == 0, "\(shown.errors)")
                    #expect(shown.output.contains("for all of us") && !shown.output.contains("secret"))
                }
                let sending = try rooms.sotto("thief", "send", "Teahouse", "I am still here")
                #expect(sending.status == 5 && sending.errors.contains("aren't a member"), "\(sending)")
                #expect(try rooms.sotto("thief", "invite", "Teahouse", "--link").status == 5)
                #expect(try rooms.sotto("thief", "invite", "Teahouse", "@cat").status == 5)
                #expect(try rooms.sotto("thief", "members", "Teahouse").status == 5)
            }
            follower.terminate()
            _ = follower.end()
            #expect(CommandLineRooms.objects(in: follower.output.whole()).texts == ["for all of us"])
            #expect(try rooms.texts("cat") == ["for all of us"])
            #expect(try rooms.sotto("cat", "send", "Teahouse", "me too").status == 5)

            #expect(try rooms.overview("ann")["last"] as? Int == last, "nothing came to be in the room")
            try rooms.expectAgreement(["ann", "bob"])
            rooms.stopRelay()
        }

        private func copy(_ person: String, to other: String, _ rooms: CommandLineRooms) throws {
            try FileManager.default.copyItem(
                atPath: rooms.temporary.path(person), toPath: rooms.temporary.path(other))
        }
    }
}
