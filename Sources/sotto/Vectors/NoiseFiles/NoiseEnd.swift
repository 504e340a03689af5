import Noise
import Sodium

/// One side of a vector, through the handshake and after it.
struct NoiseEnd: ~Copyable {
    private enum State: ~Copyable {
        case writing(HandshakeWriter)
        case reading(HandshakeReader)
        case complete(Transport)
        case over
    }

    /// A step that the vector asks for when it isn't this side's turn.
    struct WrongTurn: Error {}

    private var state: State
    private(set) var handshakeHash: [UInt8]?
    private(set) var remoteStaticKey: X25519.PublicKey?

    init(_ writer: consuming HandshakeWriter) { state = .writing(writer) }

    init(_ reader: consuming HandshakeReader) { state = .reading(reader) }

    mutating func send(_ payload: [UInt8]) throws -> [UInt8] {
        switch exchange(&state, with: .over) {
        case .writing(let writer):
            let written = try writer.write(payload)
            let message = written.message
            switch consume written.next {
            case .reading(let reader): state = .reading(reader)
            case .complete(let transport): finish(transport)
            }
            return message
        case .complete(var transport):
            let message = try transport.sending.seal(payload)
            state = .complete(transport)
            return message
        default: throw WrongTurn()
        }
    }

    mutating func receive(_ message: [UInt8]) throws -> [UInt8] {
        switch exchange(&state, with: .over) {
        case .reading(let reader):
            let read = try reader.read(message)
            let payload = read.payload
            switch consume read.next {
            case .writing(let writer): state = .writing(writer)
            case .complete(let transport): finish(transport)
            }
            return payload
        case .complete(var transport):
            let payload = try transport.receiving.open(message)
            state = .complete(transport)
            return payload
        default: throw WrongTurn()
        }
    }

    private mutating func finish(_ transport: consuming Transport) {
        handshakeHash = transport.handshakeHash
        remoteStaticKey = transport.remoteStaticKey
        state = .complete(transport)
    }
}
