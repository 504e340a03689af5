import Identity
import Testing

@testable import sotto

extension ProgramTests {
    /// Another relay answers at an address that is known.
    @Suite struct ChangedKeyTests {
        /// Its length, an ephemeral key and mac1.
        private static let message1ByteCount = 2 + 48

        private let temporary = TemporaryFolder()
        private let proxy: RecordingProxy
        private var home: String { temporary.path("home") }
        private var place: String { "127.0.0.1:\(proxy.port)" }

        init() throws { proxy = try RecordingProxy() }

        private func relay(_ name: String) throws -> RunningRelay {
            let relay = try RunningRelay(home: temporary.path(name))
            proxy.lead(to: Int(relay.invite.port))
            return relay
        }

        @Test func sendsNothingAfterMessage1AndKeepsThePin() throws {
            let first = try relay("first")
            let invite = try first.link(port: proxy.port)
            #expect(try PipedClient([invite], home: home, saying: "hi\n").status == 0)
            #expect(proxy.byteCount > Self.message1ByteCount)
            #expect(first.textsAtTheEnd(1) == ["hi"])
            let pins = try #require(temporary.read("home/client/pins"))

            let second = try relay("second")
            for address in [place, invite] {
                let before = (proxy.connectionCount, proxy.byteCount)
                let client = try PipedClient([address], home: home, saying: "secret\n")
                #expect(client.status == 3)
                #expect(client.saysWhatToDo, "\(client.errors)")
                #expect(proxy.connectionCount - before.0 == 1)
                #expect(proxy.byteCount - before.1 == Self.message1ByteCount)
            }
            #expect(temporary.read("home/client/pins") == pins)
            #expect(second.textsAtTheEnd(0) == [])
        }

        @Test func refusesAnInviteLineThatDisagreesWithThePinBeforeItDials() throws {
            let first = try relay("first")
            #expect(try PipedClient([first.link(port: proxy.port)], home: home).status == 0)
            let pins = try #require(temporary.read("home/client/pins"))
            let second = try relay("second")
            let client = try PipedClient([second.link(port: proxy.port)], home: home, saying: "secret\n")
            #expect(client.status == 3)
            #expect(client.saysWhatToDo, "\(client.errors)")
            #expect(proxy.connectionCount == 0)
            #expect(temporary.read("home/client/pins") == pins)
        }

        @Test func isMendedByTheCommandThatItNames() throws {
            let first = try relay("first")
            #expect(try PipedClient([first.link(port: proxy.port)], home: home).status == 0)
            let second = try relay("second")
            let key = try #require(second.invite.relayKey)
            let fingerprint = Fingerprint(of: key).text
            let refused = try PipedClient([place], home: home)
            #expect(refused.status == 3)
            #expect(refused.errors.contains("sotto verify \(place) --pin '\(fingerprint)'"), "\(refused.errors)")
            let mending = try PipedClient(command: ["verify", place, "--pin", fingerprint, "--home", home])
            #expect(mending.status == 0, "\(mending.errors)")
            #expect(try PipedClient([second.link(port: proxy.port)], home: home, saying: "hi\n").status == 0)
            #expect(second.textsAtTheEnd(1) == ["hi"])
        }

        @Test func comparesFingerprints() throws {
            let relay = try relay("first")
            let fingerprint = try Fingerprint(of: #require(relay.invite.relayKey)).text
            let other = String(fingerprint.reversed())
            // Asked of the relay first, then of the pin.
            for isPinned in [false, true] {
                if isPinned { #expect(try PipedClient([relay.link(port: proxy.port)], home: home).status == 0) }
                let verify = ["verify", place, "--home", home]
                #expect(try PipedClient(command: verify + [fingerprint]).status == 0)
                #expect(try PipedClient(command: verify + [fingerprint.lowercased()]).status == 0)
                let wrong = try PipedClient(command: verify + [other])
                #expect(wrong.status == 3)
                #expect(wrong.saysWhatToDo, "\(wrong.errors)")
                let malformed = try PipedClient(command: verify + [String(fingerprint.dropLast())])
                #expect(malformed.status == 64)
                #expect(malformed.saysWhatToDo, "\(malformed.errors)")
                #expect((temporary.read("home/client/pins") != nil) == isPinned)
            }
        }
    }
}
