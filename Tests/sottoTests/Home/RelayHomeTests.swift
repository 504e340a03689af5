import Foundation
import Sodium
import Testing

@testable import sotto

struct RelayHomeTests {
    private let temporary = TemporaryFolder()
    private var home: HomeDirectory { get throws { try HomeDirectory(option: temporary.path("home")) } }
    private let keyName = "home/relay/relay.key"

    @Test func makesItsKeyOnFirstUseAndKeepsIt() throws {
        let first = try RelayHome(home).publicKey
        #expect(temporary.everything == ["home", "home/relay", "home/relay/lock", keyName])
        #expect(try RelayHome(home).publicKey == first)
        let other = TemporaryFolder()
        #expect(try RelayHome(HomeDirectory(option: other.path)).publicKey != first)
    }

    @Test func tellsItsPublicKeyWhileItRuns() throws {
        #expect(try RelayHome.look(in: home) == nil)
        #expect(temporary.everything == [])
        let relay = try RelayHome(home)
        #expect(try RelayHome.look(in: home) == relay.publicKey)
    }

    @Test func isInUseByOneProcessOnly() throws {
        let relay = try RelayHome(home)
        let before = temporary.contents
        #expect(throws: HomeError.inUse(path: try home.relayPath, by: .own)) { try RelayHome(home) }
        #expect(temporary.contents == before)
        _ = relay
    }

    @Test func refusesADamagedKeyAndLeavesItAsItIs() throws {
        _ = try RelayHome(home)
        let good = try #require(temporary.read(keyName))
        let flips = good.indices.map { index in good.enumerated().map { $0 == index ? $1 ^ 1 : $1 } }
        let damages = flips + [[], Array(good.dropLast()), Array(good[..<17]), good + [0], good + good]
        for damage in damages {
            temporary.overwrite(keyName, with: damage)
            #expect(throws: HomeError.damaged(path: try home.path(in: keyName))) { try RelayHome(home) }
            #expect(throws: HomeError.damaged(path: try home.path(in: keyName))) { try RelayHome.look(in: home) }
            #expect(temporary.read(keyName) == damage)
        }
        temporary.overwrite(keyName, with: good)
        _ = try RelayHome(home)
    }

    /// Rooms name the key, and clients have pinned it: a new one would be another relay's.
    @Test(arguments: ["relay.sqlite"]) func makesNoNewKeyWhereOneIsLost(beside name: String) throws {
        do { _ = try RelayHome(home) }
        let good = try #require(temporary.read(keyName))
        temporary.write([1], to: "home/relay/\(name)")
        temporary.remove(keyName)
        #expect(throws: HomeError.lost(path: try home.path(in: keyName))) { try RelayHome(home) }
        #expect(temporary.read(keyName) == nil)
        temporary.write(good, to: keyName)
        _ = try RelayHome(home)
    }

    @Test func refusesALinkInPlaceOfItsKey() throws {
        _ = try RelayHome(home)
        let good = try #require(temporary.read(keyName))
        temporary.write(good, to: "elsewhere")
        temporary.remove(keyName)
        temporary.link(keyName, to: temporary.path("elsewhere"))
        #expect(throws: HomeError.wrongKind(path: try home.path(in: keyName))) { try RelayHome(home) }
        temporary.remove("elsewhere")
        #expect(throws: HomeError.wrongKind(path: try home.path(in: keyName))) { try RelayHome(home) }
        #expect(temporary.read("elsewhere") == nil)
    }

    @Test func removesWhatACrashLeftOfAKey() throws {
        temporary.makeFolder("home/relay")
        temporary.write([1, 2, 3], to: keyName + ".new")
        _ = try RelayHome(home)
        #expect(!temporary.everything.contains(keyName + ".new"))
    }

    @Test func takesFromOthersWhatTheyCouldDoAndSaysSo() throws {
        _ = try RelayHome(home)
        temporary.setMode("home", 0o755)
        temporary.setMode("home/relay", 0o750)
        temporary.setMode(keyName, 0o604)
        var notices: [HomeNotice] = []
        _ = try RelayHome(home) { notices.append($0) }
        #expect(
            notices == [
                .closedToOthers(path: temporary.path("home"), before: FileMode(bits: 0o755)),
                .closedToOthers(path: temporary.path("home/relay"), before: FileMode(bits: 0o750)),
                .closedToOthers(path: temporary.path(keyName), before: FileMode(bits: 0o604)),
            ])
        #expect(notices.last?.line.contains("0604") == true)
        #expect(temporary.mode("home") == 0o700)
        #expect(temporary.mode("home/relay") == 0o700)
        #expect(temporary.mode(keyName) == 0o600)
    }

    /// As root, `--home /tmp` must not lock everybody out.
    @Test func leavesAFolderWithOtherThingsInItAsItIs() throws {
        temporary.makeFolder("home/something else")
        for mode in [0o755, 0o1777] as [UInt32] {
            temporary.setMode("home", mode)
            _ = try RelayHome(home)
            #expect(temporary.mode("home") == mode)
            #expect(temporary.mode("home/relay") == 0o700)
        }
    }

    @Test(arguments: [0o777, 0o770, 0o702] as [UInt32])
    func refusesAFolderInWhichOthersCouldReplaceItsKeys(_ mode: UInt32) throws {
        temporary.makeFolder("home/something else")
        temporary.setMode("home", mode)
        #expect(throws: HomeError.openToOthers(path: try home.path)) { try RelayHome(home) }
        #expect(temporary.everything == ["home", "home/something else"])
    }

    @Test(.enabled(if: geteuid() == 0, "only root can give a folder away")) func refusesAnothersFolder() throws {
        temporary.makeFolder("home")
        chown(temporary.path("home"), 12_345, 12_345)
        #expect(throws: HomeError.notOurs(path: try home.path)) { try RelayHome(home) }
    }

    @Test func saysSoWhenTheHomeCannotBeMade() throws {
        temporary.write([], to: "file")
        let home = try HomeDirectory(option: temporary.path("file/home"))
        #expect(throws: HomeError.wrongKind(path: home.path)) { try RelayHome(home) }
        let forbidden = try HomeDirectory(option: "/proc/nothing/home")
        #expect(throws: HomeError.self) { try RelayHome(forbidden) }
    }

    @Test func sharesNoFileWithAClientInTheSameHome() throws {
        let relay = try RelayHome(home)
        let before = temporary.contents
        let client = try ClientHome(home)
        for (name, bytes) in before { #expect(temporary.contents[name] == .some(bytes)) }
        _ = (relay, client)
    }
}

extension HomeDirectory {
    /// `name` begins with the folder's own name.
    func path(in name: String) -> String { path + name.dropFirst("home".count) }
}
