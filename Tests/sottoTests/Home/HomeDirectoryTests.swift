import Testing

@testable import sotto

struct HomeDirectoryTests {
    private func path(_ option: String?, _ variables: [String: String], account: String? = nil) throws -> String {
        try HomeDirectory(option: option, environment: { variables[$0] }, accountHome: { account }).path
    }

    @Test func prefersTheOptionThenTheVariablesThenTheUsersHome() throws {
        let all = ["SOTTO_HOME": "/s", "XDG_DATA_HOME": "/x", "HOME": "/h"]
        #expect(try path("/o", all) == "/o")
        #expect(try path(nil, all) == "/s")
        #expect(try path(nil, ["XDG_DATA_HOME": "/x", "HOME": "/h"]) == "/x/sotto")
        #expect(try path(nil, ["HOME": "/h"]) == "/h/.local/share/sotto")
        #expect(try path(nil, [:], account: "/a") == "/a/.local/share/sotto")
    }

    @Test func ignoresARelativeDataHomeAsItsSpecificationSays() throws {
        #expect(try path(nil, ["XDG_DATA_HOME": "x", "HOME": "/h"]) == "/h/.local/share/sotto")
    }

    @Test func takesARelativePathThatSomebodyGave() throws {
        #expect(try path("here/it is", [:]) == "here/it is")
    }

    @Test func dropsSlashesAtTheEnd() throws {
        #expect(try path("/o//", [:]) == "/o")
        #expect(try path("/", [:]) == "/")
    }

    @Test func refusesWhatCannotBeAPath() {
        #expect(throws: HomeError.unusablePath) { try path("", ["HOME": "/h"]) }
        #expect(throws: HomeError.unusablePath) { try path("/a\0b", ["HOME": "/h"]) }
    }

    @Test func saysSoWhenNothingTellsWhere() {
        #expect(throws: HomeError.noPlace) { try path(nil, [:]) }
        #expect(throws: HomeError.noPlace) { try path(nil, ["HOME": "relative"]) }
    }

    @Test func givesRelayAndClientPartsOfTheirOwn() throws {
        let home = try HomeDirectory(option: "/o")
        #expect(home.relayPath == "/o/relay")
        #expect(home.clientPath == "/o/client")
    }
}
