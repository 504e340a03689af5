import Identity
import Noise
import Sodium

/// The client's end of the handshake once message 1 is made: it waits for message 2.
///
/// It decides and never acts: bytes in, bytes out.
struct InitiatorHandshake: ~Copyable {
    struct Begun: ~Copyable {
        let message1: [UInt8]
        let next: InitiatorHandshake
    }

    struct Finished: ~Copyable {
        let message3: [UInt8]
        let transport: LineTransport
        let relayKey: RelayKey
    }

    private let reader: HandshakeReader
    private let hello: [UInt8]
    private let pin: RelayKey?

    /// Message 1: an ephemeral key, and ``Mac1`` if the relay's key is known. Nothing in it names the client.
    static func begin(_ identity: ClientLineIdentity, pin: RelayKey?) throws(LineError) -> Begun {
        let mac1 = pin.map { Mac1(relayKey: $0) }
        let written: Written
        do throws(NoiseError) {
            let writer = try Handshake.initiator(
                LineProtocol.noise, prologue: LineProtocol.prologue, keys: HandshakeKeys(staticKey: identity.lineKey))
            written = try writer.write { ephemeral in
                guard let mac1, let ephemeral else { return Mac1.absent }
                return mac1.mac(of: ephemeral.bytes)
            }
        } catch {
            throw .unusableKey
        }
        let message1 = written.message
        switch consume written.next {
        case .reading(let reader):
            return Begun(
                message1: message1, next: InitiatorHandshake(reader: reader, hello: identity.hello, pin: pin))
        case .complete: throw .unusableKey
        }
    }

    /// Message 2 brings the relay's key, which is compared with the pin before message 3 says who we are.
    ///
    /// - Throws: ``LineError/relayUnknown(_:)`` without a pin, ``LineError/relayKeyChanged(pinned:presented:)`` if it
    ///   differs. The handshake is over then: a human takes longer to answer than its deadline.
    consuming func receive(message2: [UInt8]) throws(LineError) -> Finished {
        let (hello, pin) = (hello, pin)
        let read: ReadMessage
        do throws(NoiseError) { read = try reader.read(message2) } catch { throw .doesNotOpen }
        guard read.payload.isEmpty else { throw .malformed }
        switch consume read.next {
        case .writing(let writer):
            let relayKey = try Self.check(writer.remoteStaticKey, against: pin)
            return try Self.finish(writer, hello: hello, relayKey: relayKey)
        case .complete: throw .malformed
        }
    }

    private static func check(_ key: X25519.PublicKey?, against pin: RelayKey?) throws(LineError) -> RelayKey {
        guard let key else { throw .malformed }
        let presented = RelayKey(key)
        guard let pin else { throw .relayUnknown(presented) }
        guard ConstantTime.areEqual(pin.bytes, presented.bytes) else {
            throw .relayKeyChanged(pinned: pin, presented: presented)
        }
        return presented
    }

    private static func finish(
        _ writer: consuming HandshakeWriter, hello: [UInt8], relayKey: RelayKey
    ) throws(LineError) -> Finished {
        let written: Written
        do throws(NoiseError) { written = try writer.write(hello) } catch { throw .doesNotOpen }
        let message3 = written.message
        switch consume written.next {
        case .complete(let transport):
            return Finished(message3: message3, transport: LineTransport(transport), relayKey: relayKey)
        case .reading: throw .malformed
        }
    }
}
