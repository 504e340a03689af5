import Testing

@testable import sotto

struct TypedLineTests {
    @Test(arguments: [
        ("hello", TypedLine.text("hello")), (" /quit", .text(" /quit")), ("//etc/hosts", .text("/etc/hosts")),
        ("/quit", .quit), ("/q", .quit), ("/quit now", .command(["quit", "now"])), ("/help", .help), ("/", .help),
        ("/help invite", .command(["help", "invite"])), ("/room Tea", .room("Tea")),
        ("/room 'Book club'", .room("Book club")), ("/room", .command(["room"])),
        ("/invite  --link\t--uses 5", .command(["invite", "--link", "--uses", "5"])),
        ("/create \"it's\" ''", .command(["create", "it's", ""])), ("/create 'open", .command(["create", "open"])),
    ])
    func isATextOrACommand(_ line: String, _ meant: TypedLine) { #expect(TypedLine(line) == meant) }

    @Test(arguments: [
        (["members"], ["members", "ID"]), (["invite", "@bob"], ["invite", "ID", "@bob"]),
        (["invite", "#Tea", "@bob"], ["invite", "#Tea", "@bob"]), (["rooms"], ["rooms"]),
        (["join", "sotto://x"], ["join", "sotto://x"]), (["accept", "#Tea"], ["accept", "#Tea"]),
    ])
    func isAboutTheRoomThatOneIsIn(_ words: [String], _ completed: [String]) {
        #expect(TypedLine.completed(words, in: "ID") == completed)
        #expect(TypedLine.completed(words, in: nil) == words)
    }
}
