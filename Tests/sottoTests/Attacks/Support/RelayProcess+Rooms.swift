import Foundation
import Identity
import NIOCore
import NIOPosix
import RelayClient
import RelayProtocol
import SecureChannel

extension RelayProcess {
    /// A line that has been started, whose holder needn't behave.
    func started(
        as person: Person, from address: String? = nil, receiveBufferBytes: Int32? = nil
    ) throws -> RelayLine {
        let line = try RawLine.dial(
            port, as: person, relay: key, from: address, receiveBufferBytes: receiveBufferBytes)
        return try RelayLine(starting: line)
    }

    /// A line that has opened the room, and made it if it isn't there.
    func member(
        of room: AttackRoom, as person: Person, from address: String? = nil, receiveBufferBytes: Int32? = nil
    ) throws -> RelayLine {
        let line = try started(as: person, from: address, receiveBufferBytes: receiveBufferBytes)
        _ = try line.ask(room.creation)
        guard case .opened = try line.ask(room.opening(on: line)) else { throw RawLine.Failed(step: "open") }
        return line
    }

    /// What rooms will use, dialling at once whenever its line is lost.
    ///
    /// - Parameter port: somebody else's, who passes it on.
    func client(_ person: Person, through port: Int? = nil) throws -> RelayClient {
        let group = MultiThreadedEventLoopGroup.singleton
        let dial = RelayDial(
            address: try RelayAddress("127.0.0.1:\(port ?? self.port)"), pin: key,
            dialer: LineDialer(group: group, identity: person.lineIdentity),
            backoff: Backoff(firstMilliseconds: 2, longestMilliseconds: 20))
        return RelayClient(dial, on: group.next())
    }

    /// One of its figures; started with `--metrics 0`.
    func figure(_ name: String) throws -> Double? {
        let lines = try figures().split(whereSeparator: \.isNewline)
        return lines.first { $0.hasPrefix(name + " ") }.flatMap { Double($0.dropFirst(name.count + 1)) }
    }

    /// All of them, as Prometheus gets them.
    func figures() throws -> String {
        guard let socket = RawSocket(to: try figuresPort) else { throw RawLine.Failed(step: "figures") }
        socket.send(Array("GET /metrics HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".utf8))
        var answer: [UInt8] = []
        while case .bytes(let bytes) = socket.hear(within: 20) { answer += bytes }
        return String(decoding: answer, as: UTF8.self)
    }

    private var figuresPort: Int {
        get throws {
            struct Line: Decodable {
                let message: String
                let address: String?
            }
            for line in process.errors.split(separator: "\n") {
                let said = try? JSONDecoder().decode(Line.self, from: Data(line.utf8))
                guard said?.message.hasPrefix("figures at") == true else { continue }
                if let port = said?.address?.split(separator: ":").last.flatMap({ Int($0) }) { return port }
            }
            throw RawLine.Failed(step: "figures")
        }
    }
}
