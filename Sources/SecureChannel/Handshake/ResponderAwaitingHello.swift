import Identity
import Noise

/// The relay's end of the handshake after message 2.
struct ResponderAwaitingHello: ~Copyable {
    struct Finished: ~Copyable {
        /// Not yet checked against anything.
        let hello: [UInt8]
        /// Proven by this handshake to be the sender's.
        let lineKey: LineKey
        let transport: LineTransport
    }

    private let reader: HandshakeReader

    init(reader: consuming HandshakeReader) { self.reader = reader }

    consuming func receive(message3: [UInt8]) throws(LineError) -> Finished {
        let read: ReadMessage
        do throws(NoiseError) { read = try reader.read(message3) } catch { throw .doesNotOpen }
        let hello = read.payload
        switch consume read.next {
        case .complete(let transport):
            guard let key = transport.remoteStaticKey else { throw .malformed }
            return Finished(hello: hello, lineKey: LineKey(key), transport: LineTransport(transport))
        case .writing: throw .malformed
        }
    }
}
