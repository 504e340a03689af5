import Foundation
import Identity
import Sodium
import TestSupport
import Testing

@testable import sotto

/// A home under a passphrase.
struct PassphraseTests {
    private let temporary = TemporaryFolder()
    private var home: HomeDirectory { get throws { try HomeDirectory(option: temporary.path("home")) } }
    private let file = "home/client/store.key"

    private func known(_ text: String) -> PassphraseSource { .known(Secret(copying: Array(text.utf8))) }

    private func hello(_ source: PassphraseSource) throws -> Hello { try ClientHome(home, passphrase: source).hello }

    private func put(under text: String?, with source: PassphraseSource = .nobody) throws {
        try ClientHome(home, passphrase: source).keepKey(under: text.map { Secret(copying: Array($0.utf8)) })
    }

    @Test func opensWithItsPassphraseAloneUntilThatIsTakenAway() throws {
        let first = try hello(.nobody)
        let bare = try #require(temporary.read(file))
        try put(under: "open sesame")
        let path = try home.clientPath
        #expect(throws: HomeError.needsPassphrase(path: path)) { try hello(.nobody) }
        #expect(throws: HomeError.needsPassphrase(path: path)) { try ClientHome.look(in: home) }
        #expect(throws: HomeError.wontOpen(path: temporary.path(file))) { try hello(known("open sesam")) }
        #expect(try hello(known("open sesame")) == first)
        #expect(try ClientHome.look(in: home, passphrase: known("open sesame")) == first)
        #expect(
            !temporary.contents.values.contains { $0.map { Data($0).range(of: Data(bare[19..<51])) != nil } ?? false })
        try put(under: "another", with: known("open sesame"))
        #expect(throws: HomeError.wontOpen(path: temporary.path(file))) { try hello(known("open sesame")) }
        try put(under: nil, with: known("another"))
        #expect(try hello(.nobody) == first)
        #expect(temporary.read(file) == bare)
        #expect(temporary.everything.filter { $0.contains("store.key.") } == [])
    }

    /// A33: neither the message nor the exit code tells a wrong passphrase from a damaged file.
    @Test func aWrongPassphraseLooksLikeDamage() throws {
        _ = try hello(.nobody)
        try put(under: "open sesame")
        let good = try #require(temporary.read(file))
        #expect(throws: HomeError.wontOpen(path: temporary.path(file))) { try hello(known("x")) }
        for damage in [good.flipping(bit: 8 * good.count - 1), good.flipping(bit: 8 * 60), Array(good.dropLast())] {
            temporary.overwrite(file, with: damage)
            #expect(throws: HomeError.wontOpen(path: temporary.path(file))) { try hello(known("open sesame")) }
            #expect(temporary.read(file) == damage)
        }
        let failure = Failure(HomeError.wontOpen(path: "/h/client/store.key"))
        #expect(failure.status == .damaged)
        #expect(failure.sentence.contains("passphrase") && failure.sentence.contains("damaged"))
    }

    @Test func aNewHomeIsUnderThePassphraseThatWasGiven() throws {
        let first = try hello(known("open sesame"))
        #expect(throws: HomeError.needsPassphrase(path: try home.clientPath)) { try hello(.nobody) }
        #expect(try hello(known("open sesame")) == first)
    }

    /// What kill -9 can leave of setting one.
    @Test func opensWithTheOldOrTheNewOneWheneverItWasKilled() throws {
        let first = try hello(.nobody)
        let bare = try #require(temporary.read(file))
        let path = temporary.path(file)
        // The new one is half written, the old one has its second name.
        temporary.write(Array(bare.prefix(30)), to: file + ".new")
        #expect(link(path, path + ".old") == 0)
        #expect(try hello(.nobody) == first)
        #expect(temporary.read(file) == bare, "what was linked only isn't overwritten")
        try put(under: "open sesame")
        // In place, and the old one not erased yet.
        temporary.write(bare, to: file + ".old")
        #expect(try hello(known("open sesame")) == first)
        #expect(temporary.everything.filter { $0.contains("store.key.") } == [])
    }

    @Test func theSameLettersAreTheSamePassphrase() throws {
        let lines = ["caf\u{E9} \u{1EC7}", "cafe\u{301} e\u{323}\u{302}", "cafe\u{301} e\u{302}\u{323}"]
        let secrets = lines.compactMap { PassphraseText.secret(Secret(copying: Array($0.utf8))) }
        #expect(secrets.count == 3)
        for secret in secrets { #expect(secret.isEqual(to: secrets[0])) }
        let bytes = try #require(PassphraseText.secret(Secret(copying: [0xFF, 0x41])))
        #expect(bytes.isEqual(to: Secret(copying: [0xFF, 0x41])), "what isn't UTF-8 is taken as it is")
        #expect(PassphraseText.secret(Secret(copying: [UInt8]())) == nil)
        #expect(PassphraseText.secret(Secret(copying: [UInt8](repeating: 65, count: 1_024))) != nil)
        #expect(PassphraseText.secret(Secret(copying: [UInt8](repeating: 65, count: 1_025))) == nil)
    }

    @Test func isTheFirstLineOfAFile() throws {
        let path = temporary.path("secret.txt")
        for text in ["open sesame", "open sesame\n", "open sesame\r\n", "open sesame\nwhat follows\n"] {
            temporary.write(Array(text.utf8), to: "secret.txt")
            temporary.setMode("secret.txt", 0o600)
            let read = try PassphraseFile.read(path) { notice in Issue.record("\(notice)") }
            #expect(read.isEqual(to: Secret(copying: Array("open sesame".utf8))))
        }
        temporary.setMode("secret.txt", 0o644)
        var told: [HomeNotice] = []
        _ = try PassphraseFile.read(path) { told.append($0) }
        #expect(told == [.passphraseOpenToOthers(path: path, mode: FileMode(bits: 0o644))])
        for text in ["", "\n", "\nopen sesame", String(repeating: "x", count: 1_025)] {
            temporary.write(Array(text.utf8), to: "secret.txt")
            #expect(throws: HomeError.badPassphrase) { try PassphraseFile.read(path) { _ in } }
        }
        #expect(throws: HomeError.unreadable(path: temporary.path("nowhere"), .missing)) {
            try PassphraseFile.read(temporary.path("nowhere")) { _ in }
        }
    }
}
