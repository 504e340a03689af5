import Foundation
import TestSupport
import Testing

@testable import sotto

#if os(Linux)
    extension ProgramTests {
        /// A33 and A34, at clients that are in the middle of their work.
        @Suite(.timeLimit(.minutes(5))) struct ClientSecrecyAttackTests {
            private let words = "marmalade and toast"

            /// Commands that wait for a relay that doesn't answer, with a secret each.
            private struct Waiting {
                let programs: [RunningProgram]
                let secrets: [String]
            }

            private func begin(_ rooms: CommandLineRooms, shell: String) throws -> Waiting {
                try rooms.gather()
                try rooms.done("bob", "send", "Teahouse", "-", input: words)
                let link = try rooms.done("ann", "invite", "Teahouse", "--link", "--uses", "9").output
                try rooms.done("dan", "name", "Dan")
                let follower = try start("cat", ["tail", "Teahouse", "--follow", "-v"], "", rooms, shell)
                #expect(follower.output.wait(for: words))
                rooms.relay.signal(SIGSTOP)
                let sender = try start("ann", ["send", "Teahouse", "-", "-v"], words, rooms, shell)
                let joiner = try start("dan", ["join", "-", "-v"], link, rooms, shell)
                usleep(700_000)
                return Waiting(programs: [follower, sender, joiner], secrets: try secrets(rooms, link))
            }

            private func start(
                _ person: String, _ command: [String], _ input: String, _ rooms: CommandLineRooms, _ shell: String
            ) throws -> RunningProgram {
                let program = try RunningProgram(
                    command + ["--home", rooms.temporary.path(person), "--no-input"], after: shell)
                program.write(input)
                program.closeInput()
                return program
            }

            /// The text, the link's secret, and every key file's secret, as it could be printed.
            private func secrets(_ rooms: CommandLineRooms, _ link: String) throws -> [String] {
                let secret = try #require(link.split(separator: ".").last).trimmingCharacters(
                    in: .whitespacesAndNewlines)
                var all = [words, secret]
                for person in ["ann", "cat", "dan"] {
                    for name in ["identity.key", "device.key", "line.key", "store.key"] {
                        guard let file = rooms.temporary.read("\(person)/client/\(name)") else { continue }
                        // Whatever stands before and behind the secret, these bytes are its own.
                        let bytes = Array(file.dropFirst(20).prefix(16))
                        all += [
                            bytes.hex, bytes.hex.uppercased(),
                            "\(bytes)".replacing("[", with: "").replacing("]", with: ""),
                        ]
                    }
                }
                return all
            }

            private func text(of path: String) -> String {
                String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
            }

            @Test func theGreatestVerbosityAndTheSystemTellNothing() throws {
                let rooms = try CommandLineRooms(["--log-level", "trace"])
                let waiting = try begin(rooms, shell: ":")
                for program in waiting.programs {
                    let seen = ["environ", "cmdline", "comm", "status"].map {
                        text(of: "/proc/\(program.number)/\($0)")
                    }
                    #expect(seen[1].contains("-v"))
                    program.terminate()
                    _ = program.end()
                    for secret in waiting.secrets {
                        for text in seen + [program.errors.whole()] { #expect(!text.contains(secret), "\(secret)") }
                    }
                    for secret in waiting.secrets.dropFirst() {
                        #expect(!program.output.whole().contains(secret), "\(secret)")
                    }
                }
                rooms.relay.signal(SIGCONT)
                for secret in waiting.secrets { #expect(!rooms.relay.program.errors.text.contains(secret)) }
                rooms.stopRelay()
            }

            @Test(arguments: [SIGSEGV, SIGABRT, SIGQUIT]) func aCrashLeavesNoCoreFileAndNoWords(signal: Int32) throws {
                let rooms = try CommandLineRooms()
                rooms.temporary.makeFolder("work")
                let waiting = try begin(
                    rooms,
                    shell: "cd '\(rooms.temporary.path("work"))'; unset SWIFT_BACKTRACE; "
                        + "ulimit -c unlimited 2>/dev/null || ulimit -c hard")
                for program in waiting.programs {
                    let limits = text(of: "/proc/\(program.number)/limits").split(separator: "\n")
                    let core = limits.first { $0.hasPrefix("Max core file size") }
                    #expect(core?.split(separator: " ").filter { $0 == "0" }.count == 2)
                    kill(program.number, signal)
                    #expect(program.end() == nil)
                    for secret in waiting.secrets { #expect(!program.errors.whole().contains(secret), "\(secret)") }
                }
                #expect(rooms.temporary.everything.filter { $0.contains("core") } == [])
                rooms.relay.signal(SIGCONT)
                rooms.stopRelay()
            }

            @Test(arguments: ["0", "077"]) func everythingOfItIsPrivateWhileItWorksAndAfterAKill(mask: String) throws {
                let rooms = try CommandLineRooms()
                let waiting = try begin(rooms, shell: "umask \(mask)")
                func expectPrivate() {
                    for name in rooms.temporary.everything where !name.hasPrefix("relay") {
                        let expected: UInt32 = rooms.temporary.isFolder(name) ? 0o700 : 0o600
                        #expect(rooms.temporary.mode(name) == expected, "\(name)")
                    }
                }
                expectPrivate()
                for program in waiting.programs { program.killNow() }
                expectPrivate()
                rooms.relay.signal(SIGCONT)
                for person in ["ann", "bob", "cat"] { try rooms.done(person, "rooms") }
                expectPrivate()
                rooms.stopRelay()
            }
        }
    }
#endif
