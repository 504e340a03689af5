import Foundation
import Testing

@testable import sotto

struct RelayDatabaseFileTests {
    private let temporary = TemporaryFolder()
    private var home: HomeDirectory { get throws { try HomeDirectory(option: temporary.path("home")) } }

    @Test func makesItsDatabaseForItsOwnerAlone() throws {
        let relay = try RelayHome(home)
        let path = try relay.makeDatabaseFile()
        #expect(path == temporary.path("home/relay/relay.sqlite"))
        #expect(temporary.mode("home/relay/relay.sqlite") == 0o600)
        temporary.overwrite("home/relay/relay.sqlite", with: [1, 2, 3])
        #expect(try relay.makeDatabaseFile() == path)
        #expect(temporary.read("home/relay/relay.sqlite") == [1, 2, 3])
    }

    @Test(arguments: ["relay.sqlite", "relay.sqlite-wal", "relay.sqlite-shm", "relay.sqlite-journal"])
    func closesItsDatabaseToOthers(name: String) throws {
        do { _ = try RelayHome(home) }
        temporary.write([1], to: "home/relay/\(name)")
        temporary.setMode("home/relay/\(name)", 0o644)
        var notices: [HomeNotice] = []
        _ = try RelayHome(home) { notices.append($0) }
        #expect(temporary.mode("home/relay/\(name)") == 0o600)
        #expect(notices.count == 1)
    }

    @Test func refusesALinkInPlaceOfItsDatabase() throws {
        do { _ = try RelayHome(home) }
        temporary.write([], to: "elsewhere")
        temporary.link("home/relay/relay.sqlite", to: temporary.path("elsewhere"))
        #expect(throws: HomeError.wrongKind(path: try home.relayPath + "/relay.sqlite")) {
            try RelayHome(home)
        }
    }
}
