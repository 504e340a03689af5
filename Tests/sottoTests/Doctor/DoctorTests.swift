import Foundation
import Identity
import Sodium
import Testing

@testable import sotto

extension ProgramTests {
    /// `sotto doctor`: what it finds, and what it says to do.
    @Suite struct DoctorTests {
        private func states(_ ended: CommandLineRooms.Ended) -> [String: [String]] {
            var states: [String: [String]] = [:]
            for object in ended.objects {
                guard let check = object["check"] as? String, let state = object["state"] as? String else { continue }
                states[check, default: []].append(state)
                #expect((object["mend"] != nil) == (state != "ok"))
            }
            return states
        }

        @Test func findsNothingWrongWhereNothingIs() throws {
            let rooms = try CommandLineRooms()
            try rooms.done("ann", "create", "Teahouse", "--relay", rooms.relay.line)
            let ended = try rooms.done("ann", "doctor", "--json")
            let found = states(ended)
            for check in ["program", "clock", "home", "disk", "keys", "store", "relay"] {
                #expect(found[check] == ["ok"], "\(check): \(ended.output)")
            }
            #expect(found["passphrase"] == ["warn"])
            #expect(found["files"] == nil)
            #expect(try rooms.done("ann", "doctor").output.contains("ok    relay       The relay at 127.0.0.1:"))
            #expect(try rooms.done("nobody", "doctor").output.contains("Nothing is in"))
            #expect(!FileManager.default.fileExists(atPath: rooms.temporary.path("nobody")))
            rooms.stopRelay()
        }

        @Test func tellsARelayThatIsGoneAndOneWithAnotherKey() throws {
            let rooms = try CommandLineRooms()
            try rooms.done("ann", "create", "Teahouse", "--relay", rooms.relay.line)
            rooms.relay.program.killNow()
            let gone = try rooms.sotto("ann", "doctor")
            #expect(gone.status == 1 && gone.output.contains("fail  relay") && gone.output.contains("--silent"))
            #expect(try rooms.sotto("ann", "doctor", "--offline").status == 0)
            rooms.temporary.remove("relay")
            try rooms.killRelay()
            let changed = try rooms.sotto("ann", "doctor", "--json")
            #expect(changed.status == 1 && states(changed)["relay"] == ["fail"])
            #expect(changed.output.contains("another key than the one pinned"))
            rooms.stopRelay()
        }

        @Test(arguments: [
            ("identity.key", "keys"), ("hello", "keys"), ("store.key", "keys"), ("pins", "keys"),
        ])
        func tellsADamagedFile(_ file: String, _ check: String) throws {
            let temporary = TemporaryFolder()
            let home = try HomeDirectory(option: temporary.path("ann"))
            do {
                let relay = RelayKey(X25519.SecretKey().publicKey)
                try ClientHome(home).pin(relay, to: RelayAddress("127.0.0.1:1"))
            }
            temporary.overwrite("ann/client/" + file, with: [1, 2, 3])
            let found = ClientChecks(home: home, passphrase: .nobody) { _ in }.findings()
            #expect(found.findings.map(\.state) == [.fail])
            #expect(found.findings.first?.check == check)
            #expect(found.findings.first?.sentence.contains(file) == true)
            #expect(temporary.read("ann/client/" + file) == [1, 2, 3])
        }

        @Test func tellsWhatOthersMayDoAndWhatIsNoFile() throws {
            let temporary = TemporaryFolder()
            let home = try HomeDirectory(option: temporary.path("ann"))
            do { _ = try ClientHome(home) }
            #expect(HomeChecks(home: home).findings().map(\.state) == [.ok])
            temporary.setMode("ann/client/hello", 0o644)
            temporary.setMode("ann/client", 0o755)
            temporary.remove("ann/client/line.key")
            temporary.link("ann/client/line.key", to: "/nowhere")
            temporary.makeFolder("ann/client/pins")
            temporary.setMode("ann/client/pins", 0o700)
            let found = HomeChecks(home: home).findings()
            #expect(found.map(\.state) == [.ok, .warn, .warn, .fail, .fail])
            #expect(found[1].mend?.contains("chmod 700 ") == true && found[2].mend?.contains("chmod 600 ") == true)
            #expect(found[3].sentence.contains("symbolic link") && found[4].sentence.contains("pins"))
            #expect(temporary.mode("ann/client/hello") == 0o644, "it is looked at and left")
        }

        @Test(arguments: [(0, Finding.State.fail), (1_795_478_400, .ok), (4_200_000_000, .fail)])
        func tellsAClockThatCannotBeRight(_ seconds: Int, _ state: Finding.State) {
            #expect(SystemChecks.clock(seconds).state == state)
        }

        @Test func tellsWhoHasTheHome() throws {
            let temporary = TemporaryFolder()
            let home = try HomeDirectory(option: temporary.path("ann"))
            let owner = try ClientHome(home)
            let found = ClientChecks(home: home, passphrase: .nobody) { _ in }.findings()
            #expect(found.findings.map(\.state) == [.warn])
            #expect(found.findings.first?.sentence.contains("process \(getpid())") == true)
            _ = owner
        }

        /// The relay is told neither words nor names of rooms, so neither is here.
        @Test func showsWhatTheRelaySees() throws {
            let rooms = try CommandLineRooms()
            try rooms.gather()
            for text in ["marmalade", String(repeating: "m", count: 700)] {
                try rooms.done("ann", "send", "Teahouse", text)
            }
            #expect(try rooms.texts("bob").count == 2)
            rooms.relay.program.killNow()
            let ended = try rooms.done("bob", "doctor", "--relay-view", "--json")
            let (account, room) = (try #require(ended.objects.first), try #require(ended.objects.last))
            #expect(account["event"] as? String == "account" && account["name"] as? String == "Bob")
            #expect((account["device"] as? String)?.count == 79)
            #expect(room["event"] as? String == "room" && room["message"] as? Int ?? 0 >= 2)
            #expect((room["commit"] as? Int ?? 0) >= 2)
            #expect((room["sizes"] as? [[Int]])?.map { $0[0] }.contains(1_024) == true)
            #expect((room["accessKey"] as? String)?.count == 43)
            let shown = try rooms.done("bob", "doctor", "--relay-view").output
            for text in [shown, ended.output] {
                #expect(!text.contains("Teahouse") && !text.contains("marmalade") && !text.contains("Cat"))
            }
            #expect(shown.contains("opened with") && shown.contains("of up to 1024 bytes"))
        }
    }
}
