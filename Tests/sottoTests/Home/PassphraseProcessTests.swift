import Foundation
import Identity
import Sodium
import TestSupport
import Testing

@testable import sotto

extension ProgramTests {
    /// `sotto passphrase`, and every other command under one.
    @Suite struct PassphraseProcessTests {
        private let temporary = TemporaryFolder()
        private var home: HomeDirectory { get throws { try HomeDirectory(option: temporary.path("home")) } }

        private struct Ended {
            let status: Int32?
            let output: String
            let errors: String
        }

        private func sotto(_ arguments: String...) throws -> Ended {
            let program = try RunningProgram(arguments + ["--home", home.path, "--no-input"])
            program.closeInput()
            let status = program.end(within: 60)
            return Ended(status: status, output: program.output.whole(), errors: program.errors.whole())
        }

        private func write(_ text: String, to name: String) -> String {
            temporary.write(Array(text.utf8), to: name)
            temporary.setMode(name, 0o600)
            return temporary.path(name)
        }

        @Test func aScriptSetsUsesAndRemovesOne() throws {
            let (right, wrong) = (write("open sesame\n", to: "right"), write("open sesam\n", to: "wrong"))
            let first = try sotto("fingerprint")
            #expect(first.status == 0 && first.errors.contains("sotto passphrase set"), "\(first)")
            #expect(try sotto("passphrase", "set").status == 64)
            let set = try sotto("passphrase", "set", "--new-passphrase-file", right, "--json")
            #expect(set.status == 0 && set.output == "{\"event\":\"passphrase\",\"set\":true}\n", "\(set)")
            let nobody = try sotto("fingerprint")
            #expect(nobody.status == 7 && nobody.errors.contains("--passphrase-file FILE"), "\(nobody)")
            let refused = try sotto("fingerprint", "--passphrase-file", wrong)
            #expect(refused.status == 7 && refused.errors.contains("damaged"), "\(refused)")
            let opened = try sotto("fingerprint", "--passphrase-file", right)
            #expect(opened.status == 0 && opened.output == first.output)
            #expect(try sotto("passphrase", "remove", "--passphrase-file", wrong).status == 7)
            #expect(try sotto("passphrase", "remove", "--passphrase-file", right).status == 0)
            #expect(try sotto("fingerprint").output == first.output)
        }

        @Test func aPersonTypesItUnseen() throws {
            let terminal = try PseudoTerminal.fresh()
            let program = try RunningProgram(["passphrase", "set", "--home", home.path], on: terminal)
            try #require(program.output.wait(for: "New passphrase: "))
            program.write("open sesame\n")
            try #require(program.output.wait(for: "Again: "))
            program.write("open sesame\n")
            #expect(program.end() == 0)
            #expect(!program.output.whole().contains("sesame"))
            #expect(program.hasRestoredTerminal)
            let again = try RunningProgram(
                ["fingerprint", "--home", home.path], on: try PseudoTerminal.fresh())
            try #require(again.output.wait(for: "Passphrase of "))
            again.write("a wrong one\n")
            // What is typed before it is asked for is thrown away.
            let askedAgain = "That isn't the passphrase"
            try #require(
                again.output.wait { data in
                    let text = String(decoding: data, as: UTF8.self)
                    return text.contains(askedAgain) && text.components(separatedBy: "Passphrase of ").count == 3
                })
            again.write("open sesame\n")
            #expect(again.end() == 0)
            #expect(again.output.whole().contains("identity  ") && !again.output.whole().contains("sesame"))
        }

        /// Whoever gives up leaves the terminal as it was.
        @Test func ctrlCEndsTheQuestion() throws {
            let program = try RunningProgram(
                ["passphrase", "set", "--home", home.path], on: try PseudoTerminal.fresh())
            try #require(program.output.wait(for: "New passphrase: "))
            kill(program.number, SIGINT)
            #expect(program.end() == nil || program.end() != 0)
            #expect(program.hasRestoredTerminal)
            #expect(try sotto("fingerprint").status == 0)
        }

        @Test func opensWithTheOldOrTheNewOneWheneverItIsKilled() throws {
            var random = SeededRandom.announced()
            let files = [write("one", to: "one"), write("two", to: "two")]
            #expect(try sotto("passphrase", "set", "--new-passphrase-file", files[0]).status == 0)
            let hello = try ClientHome.look(in: home, passphrase: .file(files[0]))
            var now = 0
            for _ in 0..<AttackForm.choose(4, full: 60) {
                let next = 1 - now
                let program = try RunningProgram([
                    "passphrase", "set", "--home", home.path, "--no-input", "--passphrase-file", files[now],
                    "--new-passphrase-file", files[next],
                ])
                usleep(UInt32.random(in: 0...2_500_000, using: &random))
                program.killNow()
                if (try? ClientHome(home, passphrase: .file(files[next]))) != nil { now = next }
                #expect(try ClientHome(home, passphrase: .file(files[now])).hello == hello)
                #expect(temporary.everything.filter { $0.contains("store.key.") } == [])
            }
        }
    }
}
