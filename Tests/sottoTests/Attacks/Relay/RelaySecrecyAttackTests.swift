import Foundation
import Identity
import NIOCore
import RelayProtocol
import SecureChannel
import Sodium
import Testing

#if os(Linux)
    /// A33 and A34, at a relay that has been worked with.
    @Suite(
        .blocking, .serialized, .timeLimit(.minutes(5)),
        .disabled(if: BuiltProgram.isMissing, "no built program beside the tests"))
    struct RelaySecrecyAttackTests {
        private let temporary = TemporaryFolder()
        private let ann = Person("Zoë of the relay")
        private let token = [UInt8](repeating: 0xD7, count: 16)
        private let body = Array("the quick brown ciphertext".utf8)

        /// One of each kind of request, good and bad.
        private func work(with server: RelayProcess, in room: AttackRoom) throws -> [RelayLine] {
            let line = try server.member(of: room, as: ann)
            let device = DeviceKey(ann.device.publicKey)
            let suite = CipherSuiteNumber(rawValue: 1)
            let requests: [RelayRequest] = [
                .claimName(ClaimName(name: try AtName("zoe.of.the.relay"))),
                .lookUp(LookUp(target: .identity(IdentityKey(ann.identity.publicKey)))),
                .setInboxToken(SetInboxToken(token: InboxToken(token))),
                .publishKeyPackages(
                    PublishKeyPackages(suite: suite, packages: [KeyPackageBytes(body)], lastResort: nil)),
                .claimKeyPackages(
                    ClaimKeyPackages(identity: IdentityKey(ann.identity.publicKey), suites: [suite])),
                .deliver(Deliver(device: device, token: InboxToken(token), item: body)),
                room.message(body), room.message(body, parent: 77), room.commit(1, flags: .disputes, body: body),
                room.follow(), .whisper(Whisper(room: room.id, body: body)),
                .fetchPublicState(FetchPublicState(room: room.id, hash: nil)),
                .followInbox(FollowInbox(from: .none)),
            ]
            for request in requests {
                if case .whisper = request { try line.send([request]) } else { _ = try line.ask(request) }
            }
            try line.say(kind: 99, body: body)
            try line.say(kind: 43, body: body)
            _ = try line.ask(.releaseName(ReleaseName()))
            let stranger = try #require(RawSocket(to: server.port))
            stranger.send([UInt8](repeating: 3, count: 100))
            _ = stranger.bytesUntilClosed(within: 20)
            let broken = try server.started(as: Person())
            broken.line.socket.send([0, 17] + [UInt8](repeating: 9, count: 17))
            _ = broken.line.socket.bytesUntilClosed(within: 20)
            return [line]
        }

        private func forms(of bytes: [UInt8]) -> [String] {
            let hex = bytes.map { String(format: "%02x", $0) }.joined()
            return [hex, hex.uppercased(), Data(bytes).base64EncodedString().replacing("=", with: ""), "\(bytes)"]
        }

        private func secrets(_ server: RelayProcess, _ room: AttackRoom) throws -> [String] {
            let keys = [
                ann.identity.publicKey.bytes, ann.device.publicKey.bytes, ann.line.publicKey.bytes, room.id.bytes,
                token, body, try #require(room.keys[1]).publicKey.bytes,
                Array(try #require(temporary.read("home/relay/relay.key")).dropFirst(18).prefix(32)),
            ]
            return keys.flatMap { forms(of: $0) } + [
                ann.name.text, "zoe.of.the.relay", String(decoding: body, as: UTF8.self), ann.fingerprint.text,
                String(ann.fingerprint.text.prefix(14)),
            ]
        }

        private func text(of path: String) -> String {
            String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
        }

        @Test func theGreatestVerbosityAndTheSystemTellNothing() async throws {
            let server = try await RelayProcess.start(
                .server, home: temporary.path("home"), ["--log-level", "trace", "--metrics", "0"])
            let room = AttackRoom()
            let lines = try work(with: server, in: room)
            let figures = try server.figures()
            let number = server.process.number
            let system = ["environ", "cmdline", "comm", "status"].map { text(of: "/proc/\(number)/\($0)") }
            server.process.signal(SIGTERM)
            for line in lines { line.line.socket.endOutput() }
            #expect(await server.process.status(within: 30) == 0)
            let said = [server.process.output, server.process.errors, figures] + system
            for secret in try secrets(server, room) {
                for text in said { #expect(!text.contains(secret), "\(secret)") }
            }
            #expect(server.process.errors.contains("\"level\":\"debug\""))
        }

        @Test(arguments: [SIGSEGV, SIGABRT, SIGQUIT]) func aCrashLeavesNoCoreFileAndNoWords(signal: Int32) async throws
        {
            let folder = temporary.path("work")
            temporary.makeFolder("work")
            let server = try await RelayProcess.start(
                .server, home: temporary.path("home"), ["-v"],
                after: "cd '\(folder)'; unset SWIFT_BACKTRACE; ulimit -c unlimited 2>/dev/null || ulimit -c hard")
            let room = AttackRoom()
            let lines = try work(with: server, in: room)
            let limits = text(of: "/proc/\(server.process.number)/limits").split(separator: "\n")
            let core = limits.first { $0.hasPrefix("Max core file size") }
            #expect(core?.split(separator: " ").filter { $0 == "0" }.count == 2)
            server.process.signal(signal)
            #expect(await server.process.status(within: 30) == -signal)
            #expect(!temporary.everything.contains { $0.contains("core") })
            for secret in try secrets(server, room) { #expect(!server.process.errors.contains(secret)) }
            withExtendedLifetime(lines) {}
        }

        @Test(arguments: ["0", "077", "0777"]) func everythingOfItIsPrivateWhileItWorksAndAfterAKill(mask: String)
            async throws
        {
            let server = try await RelayProcess.start(.server, home: temporary.path("home"), after: "umask \(mask)")
            let room = AttackRoom()
            let lines = try work(with: server, in: room)
            func expectPrivate() {
                for name in temporary.everything {
                    #expect(temporary.mode(name) == (temporary.isFolder(name) ? 0o700 : 0o600), "\(name)")
                }
            }
            for name in ["relay.sqlite", "relay.sqlite-wal", "relay.sqlite-shm"] {
                #expect(temporary.everything.contains("home/relay/\(name)"))
            }
            expectPrivate()
            server.process.killNow()
            let again = try await RelayProcess.start(.server, home: temporary.path("home"), after: "umask \(mask)")
            _ = try again.started(as: ann)
            expectPrivate()
            withExtendedLifetime(lines) {}
        }
    }
#endif
