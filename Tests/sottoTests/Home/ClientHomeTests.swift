import Foundation
import Identity
import Sodium
import Testing

@testable import sotto

struct ClientHomeTests {
    private let temporary = TemporaryFolder()
    private var home: HomeDirectory { get throws { try HomeDirectory(option: temporary.path("home")) } }
    private static let order = ["store.key", "identity.key", "device.key", "line.key", "hello"]

    private func name(_ file: String) -> String { "home/client/" + file }

    private func open(name: String? = nil) throws -> ClientHome {
        try ClientHome(home, name: name.map { try DisplayName($0) })
    }

    @Test func makesEverythingOnFirstUseAndKeepsIt() throws {
        let first = try open(name: "Ann").hello
        #expect(temporary.everything == (["home", "home/client"] + (Self.order + ["lock"]).map(name)).sorted())
        #expect(first.credential.serial == DeviceSerial(1))
        #expect(first.certificate.serial == DeviceSerial(1))
        #expect(first.credential.name.text == "Ann")
        let again = try open()
        #expect(again.hello == first)
        #expect(again.keys.match(first))
    }

    @Test func speaksOfItsOwnKeys() throws {
        let client = try open()
        let hello = try UnverifiedHello(client.hello.encoded).bound(to: client.keys.lineKey).verified()
        #expect(hello.credential.identityKey.publicKey == client.keys.identity.publicKey)
        #expect(hello.credential.deviceKey.publicKey == client.keys.device.publicKey)
        #expect(client.keys.identity.publicKey != client.keys.device.publicKey)
    }

    @Test func issuesTheNextCredentialForAnotherName() throws {
        let first = try open(name: "Ann").hello
        let second = try open(name: "Bob").hello
        #expect(second.credential.name.text == "Bob")
        #expect(second.credential.serial == DeviceSerial(2))
        #expect(second.credential.mayReplace(first.credential))
        #expect(second.certificate == first.certificate)
        #expect(try open(name: "Bob").hello == second)
        #expect(try open().hello == second)
    }

    @Test func goesByTheUsersNameOrNone() {
        #expect(DisplayName.standard(for: "ann").text == "ann")
        #expect(DisplayName.standard(for: " ann\u{1B}").text == "anonymous")
        #expect(DisplayName.standard(for: "").text == "anonymous")
        #expect(DisplayName.standard(for: nil).text == "anonymous")
    }

    /// What kill -9 can leave: the files before some point of the order.
    @Test(arguments: 0...5) func continuesAfterACrashBetweenTwoFiles(_ kept: Int) throws {
        _ = try open(name: "Ann")
        let before = temporary.contents
        for file in Self.order[kept...] { temporary.remove(name(file)) }
        _ = try open(name: "Ann")
        for (index, file) in Self.order.enumerated() {
            if index < kept { #expect(temporary.read(name(file)) == before[name(file)]) }
            if index >= kept, file != "hello" { #expect(temporary.read(name(file)) != before[name(file)]) }
        }
        #expect(try open().hello.credential.name.text == "Ann")
    }

    /// A key that is gone while something later exists was lost, not never made.
    @Test(arguments: ["store.key", "identity.key", "device.key", "line.key"]) func neverReplacesALostKey(_ file: String)
        throws
    {
        _ = try open()
        temporary.remove(name(file))
        let before = temporary.contents
        #expect(throws: HomeError.lost(path: temporary.path(name(file)))) { try open() }
        #expect(throws: HomeError.lost(path: temporary.path(name(file)))) { try ClientHome.look(in: home) }
        #expect(temporary.contents.filter { !$0.key.hasSuffix("lock") } == before.filter { !$0.key.hasSuffix("lock") })
    }

    /// No crash leaves a later key without an earlier one.
    @Test(arguments: ["identity.key", "device.key"]) func neverReplacesALostKeyBeforeAnythingWasSaid(
        _ file: String
    ) throws {
        _ = try open()
        temporary.remove(name("hello"))
        temporary.remove(name(file))
        #expect(throws: HomeError.lost(path: temporary.path(name(file)))) { try open() }
        #expect(temporary.read(name(file)) == nil)
    }

    @Test(arguments: ClientHomeTests.order) func refusesEachDamagedFileAndLeavesItAsItIs(_ file: String) throws {
        _ = try open()
        let good = try #require(temporary.read(name(file)))
        let flips = good.indices.map { index in good.enumerated().map { $0 == index ? $1 ^ 0x40 : $1 } }
        let damages = flips + [[], Array(good.dropLast()), good + [0]]
        for damage in damages {
            temporary.overwrite(name(file), with: damage)
            #expect(throws: HomeError.damaged(path: temporary.path(name(file)))) { try open(name: "New") }
            #expect(temporary.read(name(file)) == damage)
        }
    }

    /// Good files, but of different people.
    @Test(arguments: ClientHomeTests.order) func refusesSomebodyElsesFile(_ file: String) throws {
        _ = try open()
        let other = TemporaryFolder()
        _ = try ClientHome(HomeDirectory(option: other.path))
        temporary.overwrite(name(file), with: try #require(other.read("client/" + file)))
        // With another's key nothing of one's own opens.
        let told = file == "store.key" ? "identity.key" : file
        #expect(throws: HomeError.damaged(path: temporary.path(name(told)))) { try open() }
    }

    /// What comes only after the first hello tells that there was one.
    @Test(arguments: ["pins", "rooms-abcdefghijkl.sqlite"]) func neverBeginsAnewWhereThereIs(_ trace: String) throws {
        for lost in [["hello"], ["hello", "line.key", "device.key", "identity.key"]] {
            temporary.remove("home")
            _ = try open()
            for file in lost { temporary.remove(name(file)) }
            temporary.write([], to: name(trace))
            temporary.setMode(name(trace), 0o600)
            let before = temporary.contents.filter { !$0.key.hasSuffix("lock") }
            #expect(throws: HomeError.lost(path: temporary.path(name(lost[lost.count - 1])))) { try open() }
            #expect(temporary.contents.filter { !$0.key.hasSuffix("lock") } == before)
        }
    }

    @Test func refusesAFileUnderAnotherKeysName() throws {
        _ = try open()
        temporary.overwrite(name("device.key"), with: try #require(temporary.read(name("identity.key"))))
        #expect(throws: HomeError.damaged(path: temporary.path(name("device.key")))) { try open() }
    }

    @Test func refusesALinkInPlaceOfAKey() throws {
        _ = try open()
        temporary.write(try #require(temporary.read(name("line.key"))), to: "elsewhere")
        temporary.remove(name("line.key"))
        temporary.link(name("line.key"), to: temporary.path("elsewhere"))
        #expect(throws: HomeError.wrongKind(path: temporary.path(name("line.key")))) { try open() }
    }

    @Test func isInUseByOneProcessOnly() throws {
        let client = try open(name: "Ann")
        let before = temporary.contents
        let clock = ContinuousClock()
        let path = try home.clientPath
        let elapsed = clock.measure {
            #expect(throws: HomeError.inUse(path: path, by: .own)) { try open(name: "Bob") }
        }
        #expect(elapsed < .seconds(1))
        #expect(temporary.contents == before)
        _ = client
    }

    @Test func tellsWhoItIsWhileItRuns() throws {
        #expect(try ClientHome.look(in: home) == nil)
        #expect(temporary.everything == [])
        let client = try open()
        let before = temporary.contents
        #expect(try ClientHome.look(in: home) == client.hello)
        #expect(temporary.contents == before)
    }

    @Test func isNobodyYetWhereAFirstUseWasCutShort() throws {
        _ = try open()
        temporary.remove(name("hello"))
        #expect(try ClientHome.look(in: home) == nil)
    }

    /// The new credential isn't stored, so it isn't used either.
    @Test func keepsItsNameWhenTheNewOneCannotBeStored() throws {
        let first = try open(name: "Ann").hello
        temporary.makeFolder(name("hello.new/in the way"))
        #expect(throws: HomeError.self) { try open(name: "Bob") }
        temporary.remove(name("hello.new"))
        #expect(try open().hello == first)
    }

    /// A thief who gets the files without the store key learns neither keys nor names.
    @Test func writesNoSecretAndNoNameInTheOpen() throws {
        let client = try open(name: "Ann of the open files")
        try client.pin(RelayKey(X25519.SecretKey().publicKey), to: RelayAddress("relay.example"))
        let secrets = [
            client.keys.identity.withSeed { seed in seed.indices.map { seed[$0] } },
            client.keys.device.withSeed { seed in seed.indices.map { seed[$0] } },
            client.keys.line.withBytes { secret in secret.indices.map { secret[$0] } },
            client.keys.identityKey.bytes, Array("Ann of the open files".utf8), Array("relay.example".utf8),
        ]
        for (path, bytes) in temporary.contents {
            guard let bytes else { continue }
            for secret in secrets { #expect(Data(bytes).range(of: Data(secret)) == nil, "\(path)") }
        }
    }
}
