import Foundation
import Testing

@testable import sotto

extension ProgramTests {
    /// A17, A19, A33: a client's home that is full, that another process has, or that everybody may write to.
    @Suite(.timeLimit(.minutes(5))) struct ClientHomeAttackTests {
        private let rooms: CommandLineRooms

        init() throws { rooms = try CommandLineRooms() }

        private func home(_ person: String) -> String { rooms.temporary.path(person) }

        @Test func aSecondProcessIsToldWhoHasTheHomeAndChangesNothing() throws {
            try rooms.gather()
            try rooms.done("ann", "send", "Teahouse", "one")
            let owner = try RunningProgram(["tail", "Teahouse", "--follow", "--home", home("bob"), "--no-input"])
            try #require(owner.output.wait(for: "Ann: one"))
            let before = try rooms.files(of: "bob")
            for command in [
                ["send", "Teahouse", "two"], ["search", "one"], ["name", "Bert"], ["passphrase", "remove"],
            ] {
                let program = try RunningProgram(command + ["--home", home("bob"), "--no-input"])
                #expect(program.end() == 6, "\(command)")
                #expect(program.errors.whole().contains("process \(owner.number)"), "\(command)")
            }
            #expect(try rooms.files(of: "bob") == before)
            owner.killNow()
            try rooms.done("bob", "send", "Teahouse", "two")
            #expect(try rooms.texts("ann") == ["one", "two"])
            rooms.stopRelay()
        }

        @Test(arguments: ["0", "077", "0777"]) func whatACommandMakesIsItsOwnersAlone(_ mask: String) throws {
            for arguments in [
                ["create", "Teahouse", "--relay", rooms.relay.line], ["send", "Teahouse", "one"],
                ["passphrase", "set", "--new-passphrase-file", rooms.temporary.path("secret")],
            ] {
                rooms.temporary.write(Array("open sesame\n".utf8), to: "secret")
                let program = try RunningProgram(
                    arguments + ["--home", home("ann"), "--no-input"], after: "umask \(mask)")
                #expect(program.end(within: 60) == 0, "\(arguments): \(program.errors.whole())")
                let names = rooms.temporary.everything.filter { $0 == "ann" || $0.hasPrefix("ann/") }
                #expect(names.count >= 8)
                for name in names {
                    #expect(rooms.temporary.mode(name) == (rooms.temporary.isFolder(name) ? 0o700 : 0o600), "\(name)")
                }
            }
            rooms.stopRelay()
        }

        @Test(.disabled(if: SmallDisk.isMissing, "NOT TESTED HERE: a small disk can't be mounted (unshare -rm, mount)"))
        func aFullHomeLosesNothingOfWhatComesAndOfWhatItChanges() throws {
            rooms.temporary.makeFolder("dan")
            let disk = try SmallDisk(at: home("dan"))
            func dan(_ arguments: String..., input: String? = nil) throws -> (
                status: Int32?, output: String, errors: String
            ) {
                let program = try RunningProgram(
                    arguments + ["--home", home("dan"), "--no-input"], after: disk.command)
                if let input { program.write(input) }
                program.closeInput()
                let status = program.end(within: 60)
                return (status, program.output.whole(), program.errors.whole())
            }
            func texts() throws -> [String] {
                let ended = try dan("history", "Teahouse", "--json")
                #expect(ended.status == 0, "\(ended.errors)")
                return ended.output.split(separator: "\n").compactMap { line in
                    (try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])?["text"] as? String
                }
            }
            try rooms.gather()
            let link = try rooms.done("ann", "invite", "Teahouse", "--link").output
            #expect(try dan("join", "-", input: link).status == 0)
            try rooms.done("ann", "admin", "Teahouse", fingerprint(of: dan("fingerprint").output))
            try rooms.done("ann", "send", "Teahouse", "one")
            #expect(try texts() == ["one"])

            var ballast = 0
            for size in [1 << 20, 1 << 16, 1 << 12] {
                while (try? disk.write("ballast\(ballast)", byteCount: size)) != nil { ballast += 1 }
                try? disk.remove("ballast\(ballast)")
            }
            // Receiving: as much as its log would have to grow.
            let said = (0..<6).map { "\($0) " + String(repeating: "x", count: 3_000) }
            for text in said { try rooms.done("ann", "send", "Teahouse", text) }
            let full = try dan("tail", "Teahouse", "--json")
            #expect(full.status == 1 && full.errors.contains("disk is full"), "\(full)")
            // Saying, and committing.
            let unsaid = try dan("send", "Teahouse", "said by nobody")
            #expect(unsaid.status == 1 && unsaid.errors.contains("disk is full"), "\(unsaid)")
            let unchanged = try dan("rename", "Teahouse", "Coffeehouse")
            #expect(unchanged.status == 1 && unchanged.errors.contains("disk is full"), "\(unchanged)")

            for number in 0..<ballast { try disk.remove("ballast\(number)") }
            #expect(try texts() == ["one"] + said)
            #expect(try dan("rename", "Teahouse", "Coffeehouse").status == 0)
            #expect(try dan("send", "Coffeehouse", "here again").status == 0)
            let seen = try rooms.done("ann", "history", "Coffeehouse", "--json").objects.compactMap {
                $0["text"] as? String
            }
            #expect(seen == ["one"] + said + ["here again"])
            let doctor = try dan("doctor")
            #expect(doctor.output.contains("is whole"), "\(doctor)")
            rooms.stopRelay()
        }

        private func fingerprint(of output: String) -> String {
            String(output.dropFirst("identity  ".count).prefix(79))
        }
    }
}
