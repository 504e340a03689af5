import Identity
import Noise
import Sodium

/// The relay's end of the handshake, waiting for message 1.
///
/// Everything that isn't right ends in a thrown error, to which the handler answers with silence.
struct ResponderHandshake: ~Copyable {
    struct Answered: ~Copyable {
        let message2: [UInt8]
        let next: ResponderAwaitingHello
    }

    private let identity: RelayLineIdentity

    init(_ identity: RelayLineIdentity) { self.identity = identity }

    /// A relay that hides checks ``Mac1`` before anything costs it a Diffie-Hellman. One that doesn't ignores it: a
    /// client with an old pin must get to see the new key.
    consuming func receive(message1: [UInt8]) throws(LineError) -> Answered {
        let ephemeralKey = [UInt8](message1.prefix(X25519.keyByteCount))
        let mac1 = [UInt8](message1.dropFirst(X25519.keyByteCount))
        if identity.isSilent, !identity.mac1.isValid(mac1, for: ephemeralKey) { throw .doesNotOpen }
        let read: ReadMessage
        do throws(NoiseError) {
            let reader = try Handshake.responder(
                LineProtocol.noise, prologue: LineProtocol.prologue,
                keys: HandshakeKeys(staticKey: identity.secretKey))
            read = try reader.read(message1)
        } catch {
            throw .doesNotOpen
        }
        switch consume read.next {
        case .writing(let writer): return try Self.answer(with: writer)
        case .complete: throw .malformed
        }
    }

    private static func answer(with writer: consuming HandshakeWriter) throws(LineError) -> Answered {
        let written: Written
        do throws(NoiseError) { written = try writer.write([]) } catch { throw .doesNotOpen }
        let message2 = written.message
        switch consume written.next {
        case .reading(let reader): return Answered(message2: message2, next: ResponderAwaitingHello(reader: reader))
        case .complete: throw .malformed
        }
    }
}
