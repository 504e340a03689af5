import Foundation
import Identity
import NIOCore
import SecureChannel
import Testing

@testable import sotto

extension ProgramTests {
    /// `sotto server` as those who run it see it.
    @Suite struct ServerProcessTests {
        private let temporary = TemporaryFolder()
        private var home: String { temporary.path("relay") }

        @Test func saysWhereItListensOnTheFirstLineAndNothingElse() throws {
            let server = try RunningServer(home: home)
            #expect(Set(server.listening.keys) == ["event", "address", "fingerprint", "invite"])
            #expect(server.listening["event"] as? String == "listening")
            #expect(server.listening["address"] as? String == "127.0.0.1:\(server.port)")
            #expect(server.line.hasPrefix("sotto://127.0.0.1:\(server.port)/"))
            #expect(server.program.output.text.hasPrefix("{\"event\":\"listening\",\"address\":"))
            #expect(server.end() == 0)
            #expect(server.program.output.whole().split(separator: "\n").count == 1)
            #expect(server.logs.allSatisfy { $0["time"] != nil && $0["level"] != nil && $0["message"] != nil })
        }

        @Test func saysItToPeopleOnStandardError() throws {
            let program = try RunningProgram(["server", "--home", home, "--listen", "127.0.0.1:0"])
            #expect(program.errors.wait(for: "invite line  sotto://127.0.0.1:"))
            #expect(program.errors.text.contains("fingerprint  "))
            program.terminate()
            #expect(program.end() == 0)
            #expect(program.output.whole() == "")
            let logs = program.errors.text.split(separator: "\n").filter { $0.hasPrefix("time=") }
            #expect(logs.contains { $0.contains(#"level=notice message="the relay listens" address=127.0.0.1:"#) })
        }

        @Test func listensOnAllItsAddresses() throws {
            let server = try RunningServer(home: home, listen: ["127.0.0.1:0", "127.0.0.2:0", "[::1]:0"])
            let places = try #require(server.listening["address"] as? String).components(separatedBy: ", ")
            #expect(places.count == 3)
            #expect(places.last?.hasPrefix("[::1]:") == true)
            for place in places {
                let address = try RelayAddress(place).pinned(to: server.key())
                let client = try PipedClient(
                    command: ["create", "Tea", "--relay", address.inviteLine ?? "", "--home", temporary.path("home")])
                #expect(client.status == 0, "\(place): \(client.errors)")
            }
            #expect(server.end() == 0)
        }

        @Test func listensOnAllOfIPv4AndIPv6UnderOnePort() throws {
            let first = try RunningServer(home: home, listen: ["0.0.0.0:0"])
            let port = first.port
            #expect(first.end() == 0)
            let server = try RunningServer(home: home, listen: ["0.0.0.0:\(port)", "[::]:\(port)"])
            #expect(server.listening["address"] as? String == "0.0.0.0:\(port), [::]:\(port)")
            #expect(server.end() == 0)
        }

        @Test(arguments: [SIGTERM, SIGINT]) func tellsEverybodyThatItStops(_ signal: Int32) throws {
            let server = try RunningServer(home: home)
            let line = try server.dial(as: Person())
            server.signal(signal)
            let last = try line.next(within: 10)
            #expect(last?.kind == .refusal)
            #expect(last.map { Array($0.body.readableBytesView) } == [Refusal.stopping.rawValue])
            line.socket.endOutput()
            #expect(server.program.end() == 0)
            #expect(server.logged("the relay has stopped") != nil)
        }

        @Test func ownsItsHomeAsLongAsItRuns() throws {
            let server = try RunningServer(home: home)
            for command in ["server", "host"] {
                let other = try PipedClient(command: [command, "--home", home, "--listen", "127.0.0.1:0"])
                #expect(other.status == 6)
                #expect(other.errors.contains("\(server.program.number)"))
            }
            #expect(server.end() == 0)
            #expect(try RunningServer(home: home).end() == 0)
        }

        @Test func keepsADatabaseThatIsNone() throws {
            #expect(try RunningServer(home: home).end() == 0)
            temporary.overwrite("relay/relay/relay.sqlite", with: [UInt8](repeating: 7, count: 10_000))
            let start = try PipedClient(command: ["server", "--home", home, "--listen", "127.0.0.1:0"])
            #expect(start.status == 7)
            #expect(start.saysWhatToDo, "\(start.errors)")
            #expect(temporary.read("relay/relay/relay.sqlite") == [UInt8](repeating: 7, count: 10_000))
        }

        /// Somebody who doesn't close is waited for a while: not by who is in a hurry.
        @Test func endsAtOnceOnASecondSignal() throws {
            let server = try RunningServer(home: home)
            let line = try server.dial(as: Person())
            server.signal(SIGTERM)
            #expect(server.logged("the relay stops") != nil)
            // Until then it is the first one, sent twice.
            usleep(UInt32(ServerLimits.secondStopMillisecondsMin) * 1_000 + 100_000)
            server.signal(SIGTERM)
            #expect(server.program.end() == 1)
            #expect(server.program.errors.whole().contains("second signal"))
            withExtendedLifetime(line) {}
        }

        @Test func isNotEndedByAnEndOfItsInput() throws {
            let server = try RunningServer(home: home)
            server.program.closeInput()
            _ = try server.dial(as: Person())
            #expect(server.end() == 0)
        }

        @Test func tellsTheServiceManager() throws {
            let manager = try #require(NotifyReceiver(temporary.path("notify")))
            let server = try RunningServer(
                home: home, after: "export NOTIFY_SOCKET=\(temporary.path("notify")) WATCHDOG_USEC=200000")
            #expect(manager.receive() == "READY=1\nSTATUS=Listens on 127.0.0.1:\(server.port)")
            for _ in 0..<3 { #expect(manager.receive() == "WATCHDOG=1") }
            server.signal(SIGHUP)
            #expect(manager.receive(but: "WATCHDOG=1")?.hasPrefix("RELOADING=1\nMONOTONIC_USEC=") == true)
            #expect(manager.receive(but: "WATCHDOG=1")?.hasPrefix("READY=1\n") == true)
            #expect(server.end() == 0)
            #expect(manager.receive(but: "WATCHDOG=1") == "STOPPING=1")
        }

        @Test func tellsPrometheusHowItDoes() throws {
            let server = try RunningServer(home: home, ["--metrics", "0"])
            let place = try #require(server.logged("figures at /metrics")?["address"] as? String)
            #expect(place.hasPrefix("127.0.0.1:"))
            let port = try #require(Int(place.dropFirst("127.0.0.1:".count)))
            let socket = try #require(RawSocket(to: port))
            socket.send(Array("GET /metrics HTTP/1.1\r\nHost: x\r\n\r\n".utf8))
            var answer: [UInt8] = []
            while case .bytes(let bytes) = socket.hear(within: 20) { answer += bytes }
            let text = String(decoding: answer, as: UTF8.self)
            #expect(text.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(text.contains("\nsotto_connections 0\n") && text.contains("\nprocess_cpu_seconds_total 0."))
            #expect(server.end() == 0)
        }

        @Test func saysThatOthersMayAskForItsFigures() throws {
            let server = try RunningServer(home: home, ["--metrics", "0.0.0.0:0"])
            #expect(server.logged("other machines may ask")?["level"] as? String == "warning")
            #expect(server.end() == 0)
        }

        @Test func warnsWhereSoManyConnectionsCannotBe() throws {
            let server = try RunningServer(home: home, after: "ulimit -n 300")
            let warning = server.logged("fewer files may be open")
            #expect(warning?["allowed"] as? String == "300")
            #expect(server.end() == 0)
        }
    }
}
