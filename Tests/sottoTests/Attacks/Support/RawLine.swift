import Foundation
import Identity
import NIOCore
import Noise
import RelayProtocol
import SecureChannel
import Sodium

@testable import sotto

/// A line over a raw socket, whose holder needn't behave.
final class RawLine: @unchecked Sendable {
    struct Failed: Error { let step: String }

    let socket: RawSocket
    /// What opens a room on this line, and on no other, is signed over it.
    let handshakeHash: [UInt8]
    private var writer: RecordWriter
    private var reader: RecordReader
    private var heard: [LineMessage] = []

    private init(_ socket: RawSocket, _ transport: consuming Transport) {
        self.socket = socket
        handshakeHash = transport.handshakeHash
        writer = RecordWriter(cipher: RecordCipher(transport.sending))
        let limits = MessageLimits { RelayMessage.bodyBytesMax(ofKind: $0.rawValue) }
        reader = RecordReader(cipher: RecordCipher(transport.receiving), limits: limits)
    }

    /// Logs in as `person`, and returns when the relay has accepted it.
    static func dial(
        _ port: Int, as person: Person, serial: UInt64 = 1, relay: RelayKey, from address: String? = nil,
        receiveBufferBytes: Int32? = nil
    ) throws -> RawLine {
        let line = try shakeHands(
            port, as: person, serial: serial, relay: relay, from: address, receiveBufferBytes: receiveBufferBytes)
        guard try line.next(within: 5)?.kind == .accepted else { throw Failed(step: "accepted") }
        return line
    }

    /// The same without waiting for an answer.
    static func shakeHands(
        _ port: Int, as person: Person, serial: UInt64 = 1, relay: RelayKey, from address: String? = nil,
        receiveBufferBytes: Int32? = nil
    ) throws -> RawLine {
        guard let socket = RawSocket(to: port, from: address, receiveBufferBytes: receiveBufferBytes) else {
            throw Failed(step: "connect")
        }
        let first = try Handshake.initiator(
            LineProtocol.noise, prologue: LineProtocol.prologue, keys: HandshakeKeys(staticKey: person.line)
        ).write { Mac1(relayKey: relay).mac(of: $0?.bytes ?? []) }
        socket.send(framed(first.message))
        guard let message2 = socket.read(98) else { throw Failed(step: "message 2") }
        guard case .reading(let reader) = consume first.next else { throw Failed(step: "turn") }
        let second = try reader.read(Array(message2.dropFirst(2)))
        guard case .writing(let writer) = consume second.next else { throw Failed(step: "turn") }
        let third = try writer.write(person.hello(serial: serial).encoded)
        socket.send(framed(third.message))
        guard case .complete(let transport) = consume third.next else { throw Failed(step: "turn") }
        return RawLine(socket, transport)
    }

    static func framed(_ message: [UInt8]) -> [UInt8] {
        [UInt8(message.count >> 8), UInt8(message.count & 0xFF)] + message
    }

    /// All in one record, if they fit.
    func sealed(_ messages: [LineMessage]) throws -> [UInt8] {
        for message in messages { try writer.append(message) }
        return try writer.flush().map { Array($0.readableBytesView) } ?? []
    }

    /// Any bytes of the stream of messages.
    func sealed(_ stream: [UInt8]) throws -> [UInt8] {
        try writer.append(encoded: ByteBuffer(bytes: stream))
        return try writer.flush().map { Array($0.readableBytesView) } ?? []
    }

    @discardableResult
    func send(_ messages: [LineMessage]) throws -> Bool { socket.send(try sealed(messages)) }

    /// The next message; nil if none comes, or the relay has closed.
    func next(within seconds: Double) throws -> LineMessage? {
        while heard.isEmpty {
            guard case .bytes(let bytes) = socket.hear(within: seconds) else { return nil }
            try reader.receive(ByteBuffer(bytes: bytes)) { heard.append($0) }
        }
        return heard.removeFirst()
    }
}
