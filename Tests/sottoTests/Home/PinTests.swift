import Foundation
import Identity
import Sodium
import Testing

@testable import sotto

struct PinTests {
    private let temporary = TemporaryFolder()
    private var home: HomeDirectory { get throws { try HomeDirectory(option: temporary.path) } }
    private let one = RelayKey(X25519.SecretKey().publicKey)
    private let other = RelayKey(X25519.SecretKey().publicKey)
    private let file = "client/pins"

    @Test func remembersTheFirstKey() throws {
        let address = try RelayAddress("relay.example:4000")
        do {
            let client = try ClientHome(home)
            #expect(client.pinnedKey(of: address) == nil)
            try client.pin(one, to: address)
            #expect(client.pinnedKey(of: address) == one)
        }
        #expect(try ClientHome(home).pinnedKey(of: address) == one)
        #expect(temporary.mode(file) == 0o600)
        let text = String(decoding: try #require(temporary.read(file)), as: UTF8.self)
        #expect(text.hasPrefix("sotto sealed file 1\n") && !text.contains("relay.example"))
    }

    @Test func findsAHostHoweverItIsWritten() throws {
        let client = try ClientHome(home)
        try client.pin(one, to: RelayAddress("Relay.Example"))
        #expect(try client.pinnedKey(of: RelayAddress("rELAY.eXAMPLE:48295")) == one)
        #expect(try client.pinnedKey(of: RelayAddress("relay.example:48296")) == nil)
        try client.pin(other, to: RelayAddress("[2001:DB8:0:0::1]:7"))
        #expect(try client.pinnedKey(of: RelayAddress("[2001:db8::1]:7")) == other)
    }

    @Test func looksAtThePlaceAndNotAtTheKeyInTheAddress() throws {
        let client = try ClientHome(home)
        let address = try RelayAddress("relay.example")
        try client.pin(one, to: address)
        #expect(client.pinnedKey(of: address.pinned(to: other)) == one)
    }

    @Test func takesTheSameKeyAgainWithoutWriting() throws {
        let client = try ClientHome(home)
        let address = try RelayAddress("relay.example")
        try client.pin(one, to: address)
        temporary.makeFolder(file + ".new/in the way")
        try client.pin(one, to: address)
    }

    @Test func refusesAnotherKeyAndKeepsTheFirst() throws {
        let address = try RelayAddress("relay.example")
        do {
            let client = try ClientHome(home)
            try client.pin(one, to: address)
            let before = temporary.read(file)
            #expect(throws: HomeError.pinnedToAnotherKey) { try client.pin(other, to: address) }
            #expect(client.pinnedKey(of: address) == one)
            #expect(temporary.read(file) == before)
        }
        #expect(try ClientHome(home).pinnedKey(of: address) == one)
    }

    @Test func changesAPinOnlyWhenToldToReplaceIt() throws {
        let address = try RelayAddress("relay.example")
        do {
            let client = try ClientHome(home)
            try client.pin(one, to: address)
            try client.replacePin(of: address, by: other)
        }
        #expect(try ClientHome(home).pinnedKey(of: address) == other)
        #expect(try ClientHome.pins(in: home).count == 1)
    }

    @Test func forgetsAPinThatCouldNotBeStored() throws {
        let client = try ClientHome(home)
        let address = try RelayAddress("relay.example")
        temporary.makeFolder(file + ".new/in the way")
        #expect(throws: HomeError.self) { try client.pin(one, to: address) }
        #expect(client.pinnedKey(of: address) == nil)
        #expect(temporary.read(file) == nil)
    }

    @Test func removesWhatACrashLeft() throws {
        let address = try RelayAddress("relay.example")
        do { try ClientHome(home).pin(one, to: address) }
        temporary.write(Array("sotto pins 1\nsotto://relay.exa".utf8), to: file + ".new")
        #expect(try ClientHome(home).pinnedKey(of: address) == one)
        #expect(temporary.read(file + ".new") == nil)
    }

    @Test func refusesADamagedFileInsteadOfForgetting() throws {
        do { try ClientHome(home).pin(one, to: RelayAddress("relay.example")) }
        let good = try #require(temporary.read(file))
        let texts = ["", "\n", "sotto pins 1\n", String(decoding: try encoded(), as: UTF8.self)]
        let damages = texts.map { Array($0.utf8) } + (1..<good.count).map { Array(good[..<$0]) } + [good + [0]]
        for damage in damages {
            temporary.overwrite(file, with: damage)
            #expect(throws: HomeError.damaged(path: temporary.path(file))) { try ClientHome(home) }
            #expect(throws: HomeError.damaged(path: temporary.path(file))) { try ClientHome.pins(in: home) }
            #expect(temporary.read(file) == damage)
        }
    }

    private func encoded() throws -> [UInt8] {
        var pins = Pins()
        try pins.set(one, for: RelayAddress("relay.example"))
        return PinsFile.encode(pins)
    }

    @Test func readsWholePinsOrNone() throws {
        let good = try encoded()
        let line = String(decoding: good.dropFirst("sotto pins 1\n".utf8.count), as: UTF8.self)
        let texts = [
            "", "\n", "sotto pins 1", "sotto pins 2\n", line, "sotto pins 1\n\n", "sotto pins 1\n\(line)\n",
            "sotto pins 1\n\(line)\(line)", "sotto pins 1\nrelay.example:48295\n", "sotto pins 1\n\(line)x\n",
            "sotto pins 1\n \(line)", "sotto pins 1\r\n\(line)",
        ]
        for text in texts { #expect(PinsFile.decode(Array(text.utf8)) == nil) }
        // A heading alone is a file of no pins.
        for count in 0..<good.count {
            let isHeading = count == "sotto pins 1\n".utf8.count
            #expect((PinsFile.decode(Array(good[..<count])) == nil) == !isHeading)
        }
        #expect(PinsFile.decode(good)?.count == 1)
    }

    @Test func takesPinsUpToTheLimitAndNotOneMore() throws {
        #expect(HomeLimits.pinCountMax == 65_536)
        var pins = Pins(countMax: 3)
        for host in ["a.example", "b.example", "c.example"] { try pins.add(one, for: RelayAddress(host)) }
        let fourth = try RelayAddress("d.example")
        #expect(throws: HomeError.tooManyPins) { try pins.add(one, for: fourth) }
        #expect(throws: HomeError.tooManyPins) { try pins.set(one, for: fourth) }
        try pins.set(other, for: RelayAddress("a.example"))
        #expect(pins.count == 3)
        let bytes = PinsFile.encode(pins)
        let line = try #require(fourth.pinned(to: one).inviteLine)
        #expect(PinsFile.decode(bytes, countMax: 3) == pins)
        #expect(PinsFile.decode(bytes + Array("\(line)\n".utf8), countMax: 3) == nil)
        #expect(PinsFile.decode(bytes + Array("\(line)\n".utf8))?.count == 4)
    }

    @Test func holdsTheLongestAddress() throws {
        let label = String(repeating: "a", count: 63)
        let host = [label, label, label, String(repeating: "b", count: 61)].joined(separator: ".")
        #expect(host.utf8.count == 253)
        var pins = Pins()
        try pins.add(one, for: RelayAddress("\(host):65535"))
        #expect(PinsFile.encode(pins).count == PinsFile.heading.utf8.count + 1 + HomeLimits.pinLineByteCountMax + 1)
        #expect(PinsFile.decode(PinsFile.encode(pins)) == pins)
    }

    @Test func hasNoPinsWhereNoClientRan() throws {
        #expect(try ClientHome.pins(in: home).count == 0)
        #expect(temporary.everything == [])
    }
}
