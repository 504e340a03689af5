import Foundation
import Identity
import Sodium
import TestSupport
import Testing

@testable import sotto

/// The home under processes of its own: two at once, kill -9, a disk that takes nothing.
@Suite(.disabled(if: BuiltProgram.isMissing, "no built program beside the tests"))
struct HomeProcessTests {
    private let temporary = TemporaryFolder()
    private var home: HomeDirectory { get throws { try HomeDirectory(option: temporary.path("home")) } }

    private func server(after shell: String = ":") throws -> BuiltProgram {
        try BuiltProgram(["server", "--home", home.path, "--listen", "127.0.0.1:0", "--json"], after: shell)
    }

    /// Nobody answers there.
    private func client(name: String, after shell: String = ":") throws -> BuiltProgram {
        let nowhere = try RelayAddress("127.0.0.1:1").pinned(to: RelayKey(X25519.SecretKey().publicKey))
        return try BuiltProgram(
            ["client", nowhere.inviteLine ?? "", "--home", home.path, "--name", name, "--no-input"], after: shell)
    }

    @Test func namesTheProcessThatOwnsAHomeAndLetsItBe() throws {
        let owner = try server()
        #expect(owner.firstLine() != nil)
        let before = temporary.contents
        #expect(throws: HomeError.inUse(path: try home.relayPath, by: ProcessNumber(value: owner.number))) {
            try RelayHome(home)
        }
        let clock = ContinuousClock()
        let start = clock.now
        let (status, errors) = try server().end()
        #expect(status == sotto.ExitStatus.inUse.rawValue)
        #expect(errors.contains("\(owner.number)"))
        #expect(start.duration(to: clock.now) < .seconds(1))
        #expect(temporary.contents == before)
    }

    @Test func isFreeAfterItsOwnerWasKilled() throws {
        let owner = try server()
        #expect(owner.firstLine() != nil)
        let key = try RelayHome.look(in: home)
        owner.killNow()
        #expect(try RelayHome(home).publicKey == key)
    }

    @Test func letsOneOfManyAtOnceMakeTheKey() throws {
        let servers = try (0..<6).map { _ in try server() }
        let started = servers.filter { $0.firstLine() != nil }
        #expect(started.count == 1)
        for other in servers where other !== started.first {
            #expect(other.end().status == sotto.ExitStatus.inUse.rawValue)
        }
        let key = try RelayHome.look(in: home)
        started.first?.killNow()
        #expect(try RelayHome(home).publicKey == key)
    }

    @Test func hasNoHalfKeyWheneverItIsKilled() throws {
        let seed = UInt64.random(in: 0 ... .max)
        var random = SeededRandom(seed: seed)
        for _ in 0..<40 {
            temporary.remove("home")
            let running = try client(name: "Ann")
            usleep(UInt32.random(in: 0...15_000, using: &random))
            running.killNow()
            let looked = try ClientHome.look(in: home)
            let opened = try ClientHome(home)
            if let looked { #expect(opened.hello == looked, "seed \(seed)") }
            let left = temporary.everything.filter { $0.hasSuffix(".new") }
            #expect(left == [], "seed \(seed)")
        }
    }

    /// Every write to a file fails, the lock's own too.
    @Test func makesNoKeyWhereNothingCanBeWritten() throws {
        let (status, errors) = try server(after: "ulimit -f 0").end()
        #expect(status == sotto.ExitStatus.failed.rawValue)
        #expect(errors.contains("relay.key"))
        #expect(temporary.everything == ["home", "home/relay", "home/relay/lock"])
    }

    @Test func keepsTheOldFileWhereNothingCanBeWritten() throws {
        let hello: Hello
        do { hello = try ClientHome(home, name: DisplayName("Ann")).hello }
        let (status, _) = try client(name: "Bob", after: "ulimit -f 0").end()
        #expect(status == sotto.ExitStatus.failed.rawValue)
        #expect(try ClientHome.look(in: home) == hello)
        #expect(temporary.everything.filter { $0.hasSuffix(".new") } == [])
    }

    @Test func saysInOneSentenceWhatIsDamagedAndHowToMendIt() throws {
        do { _ = try RelayHome(home) }
        temporary.overwrite("home/relay/relay.key", with: Array("not a key".utf8))
        let (status, errors) = try server().end()
        #expect(status == sotto.ExitStatus.damaged.rawValue)
        #expect(errors.contains("relay.key is damaged"))
        #expect(errors.contains("mv "))
        #expect(temporary.read("home/relay/relay.key") == Array("not a key".utf8))
    }
}
