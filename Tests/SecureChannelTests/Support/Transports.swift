import NIOCore
import Noise
import Sodium

@testable import SecureChannel

/// The two ends of a handshake made in memory.
struct Transports: ~Copyable {
    let client: Transport
    let server: Transport

    static func make() throws -> Transports {
        let first = try Handshake.initiator(
            LineProtocol.noise, prologue: LineProtocol.prologue, keys: HandshakeKeys(staticKey: X25519.SecretKey())
        ).write()
        let read = try Handshake.responder(
            LineProtocol.noise, prologue: LineProtocol.prologue, keys: HandshakeKeys(staticKey: X25519.SecretKey())
        ).read(first.message)
        guard case .reading(let client) = consume first.next, case .writing(let server) = consume read.next else {
            throw NoiseError.malformedName
        }
        let second = try server.write()
        let answer = try client.read(second.message)
        guard case .writing(let last) = consume answer.next, case .reading(let awaiting) = consume second.next else {
            throw NoiseError.malformedName
        }
        let third = try last.write()
        let end = try awaiting.read(third.message)
        guard case .complete(let clientEnd) = consume third.next, case .complete(let serverEnd) = consume end.next
        else { throw NoiseError.malformedName }
        return Transports(client: clientEnd, server: serverEnd)
    }
}

/// One direction: what seals, and what opens it.
struct Direction: ~Copyable {
    var writer: RecordWriter
    var reader: RecordReader

    /// Any application message up to `bodyBytesMax` may pass.
    static func make(bodyBytesMax: Int = 1 << 20, startingAt nonce: UInt64 = 0) throws -> Direction {
        let ends = try Transports.make()
        var sending = ends.client.sending
        var receiving = ends.server.receiving
        sending.setNonce(nonce)
        receiving.setNonce(nonce)
        return Direction(
            writer: RecordWriter(cipher: RecordCipher(sending)),
            reader: RecordReader(cipher: RecordCipher(receiving), limits: MessageLimits { _ in bodyBytesMax }))
    }

    /// What one flush sends.
    mutating func seal(_ messages: [LineMessage]) throws -> ByteBuffer {
        for message in messages { try writer.append(message) }
        return try writer.flush() ?? ByteBuffer()
    }

    mutating func read(_ bytes: ByteBuffer) throws -> [LineMessage] {
        var messages: [LineMessage] = []
        try reader.receive(bytes) { messages.append($0) }
        return messages
    }
}

extension LineMessage {
    /// Of the first kind that belongs to whoever talks over the line.
    static func text(_ bytes: [UInt8]) -> LineMessage {
        LineMessage(kind: MessageKind(rawValue: 16), body: ByteBuffer(bytes: bytes))
    }

    static func text(_ string: String) -> LineMessage { text(Array(string.utf8)) }
}

extension ByteBuffer {
    var bytes: [UInt8] { Array(readableBytesView) }

    /// The records in it, each with its length before it.
    var records: [[UInt8]] {
        var rest = self
        var records: [[UInt8]] = []
        while let length = rest.getInteger(at: rest.readerIndex, as: UInt16.self),
            let record = rest.readBytes(length: 2 + Int(length))
        {
            records.append(record)
        }
        return records
    }
}
