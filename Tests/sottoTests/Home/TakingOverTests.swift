import Foundation
import Identity
import Sodium
import Testing

@testable import sotto

/// Homes of before their files were sealed.
struct TakingOverTests {
    private let temporary = TemporaryFolder()
    private var home: HomeDirectory { get throws { try HomeDirectory(option: temporary.path("home")) } }

    private func isSealed(_ file: String) -> Bool {
        temporary.read("home/client/" + file)?.starts(with: Array("sotto sealed file 1\n".utf8)) == true
    }

    private func expectTaken(_ old: OpenHome) throws {
        do {
            let client = try ClientHome(home)
            #expect(client.hello == old.hello)
            #expect(client.keys.match(old.hello))
            #expect(client.pinnedKey(of: old.pin) == old.pin.relayKey)
        }
        for file in OpenHome.files { #expect(isSealed(file), "\(file)") }
        #expect(
            temporary.everything.filter { $0.hasPrefix("home/client/") }.sorted()
                == (OpenHome.files + ["lock", "store.key"]).map { "home/client/" + $0 }.sorted())
        let open = Array(old.keys.values) + [Array("Ann".utf8), Array("relay.example".utf8)]
        for (name, bytes) in temporary.contents {
            for text in open where bytes != nil { #expect(Data(bytes!).range(of: Data(text)) == nil, "\(name)") }
        }
    }

    @Test func isSealedOnceAndKeepsItsKeysNameAndRelays() throws {
        let old = try OpenHome(in: temporary)
        try expectTaken(old)
        let after = temporary.contents
        try expectTaken(old)
        #expect(temporary.contents == after)
    }

    /// What kill -9 can leave: the first files of the order sealed, and what stood there still to be overwritten.
    @Test(arguments: 0...5) func isGoneOnWithAfterACrash(_ sealed: Int) throws {
        let old = try OpenHome(in: temporary)
        let before = temporary.contents
        try expectTaken(old)
        for file in OpenHome.files[sealed...] {
            temporary.overwrite("home/client/" + file, with: try #require(before["home/client/" + file] ?? nil))
        }
        if sealed < 5 {
            // Linked, not yet replaced.
            let next = temporary.path("home/client/" + OpenHome.files[sealed])
            #expect(link(next, next + ".old") == 0)
        }
        if sealed > 0 {
            // Replaced, not yet erased.
            let last = "home/client/" + OpenHome.files[sealed - 1]
            temporary.write(try #require(before[last] ?? nil), to: last + ".old")
        }
        try expectTaken(old)
    }

    @Test func isLookedAtWithoutAChange() throws {
        let old = try OpenHome(in: temporary)
        let before = temporary.contents
        #expect(try ClientHome.look(in: home) == old.hello)
        #expect(try ClientHome.pins(in: home)[old.pin] == old.pin.relayKey)
        #expect(temporary.contents == before)
    }

    @Test(arguments: OpenHome.files) func leavesWhatIsDamagedAsItIs(_ file: String) throws {
        _ = try OpenHome(in: temporary)
        temporary.overwrite("home/client/" + file, with: Array("nothing of the kind".utf8))
        let before = temporary.contents.filter { !$0.key.hasSuffix("lock") && !$0.key.hasSuffix("store.key") }
        #expect(throws: HomeError.damaged(path: temporary.path("home/client/" + file))) { try ClientHome(home) }
        #expect(
            temporary.contents.filter { !$0.key.hasSuffix("lock") && !$0.key.hasSuffix("store.key") } == before)
    }

    /// Else whoever can write there could have somebody dial another relay.
    @Test(arguments: OpenHome.files) func noOpenFileIsTakenAmongSealedOnes(_ file: String) throws {
        let old = try OpenHome(in: temporary)
        let open = try #require(temporary.read("home/client/" + file))
        try expectTaken(old)
        let key = try #require(temporary.read("home/client/store.key"))
        do { try ClientHome(home).keepKey(under: Secret(copying: Array("open sesame".utf8))) }
        temporary.overwrite("home/client/" + file, with: open)
        let passphrase = PassphraseSource.known(Secret(copying: Array("open sesame".utf8)))
        #expect(throws: HomeError.damaged(path: temporary.path("home/client/" + file))) {
            try ClientHome(home, passphrase: passphrase)
        }
        guard file != "identity.key" else { return }
        temporary.overwrite("home/client/store.key", with: key)
        #expect(throws: HomeError.damaged(path: temporary.path("home/client/" + file))) { try ClientHome(home) }
    }

    /// Rooms were sealed already.
    @Test func aLostStoreKeyIsNotMadeAnew() throws {
        _ = try OpenHome(in: temporary)
        temporary.write([], to: "home/client/rooms-abcdefghijkl.sqlite")
        #expect(throws: HomeError.lost(path: temporary.path("home/client/store.key"))) { try ClientHome(home) }
        #expect(temporary.read("home/client/store.key") == nil)
    }
}
