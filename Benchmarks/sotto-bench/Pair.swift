import Noise
import SecureChannel
import Sodium

/// Two ends of the line's handshake, run through without a wire.
struct Pair: ~Copyable {
    let initiator: Transport
    let responder: Transport

    /// - Parameters:
    ///   - payload: what message 3 carries.
    static func shakeHands(
        initiator: X25519.SecretKey, responder: X25519.SecretKey, mac1: Mac1, payload: [UInt8]
    ) throws -> Pair {
        let dialling = try Handshake.initiator(
            LineProtocol.noise, prologue: LineProtocol.prologue, keys: HandshakeKeys(staticKey: initiator))
        let listening = try Handshake.responder(
            LineProtocol.noise, prologue: LineProtocol.prologue, keys: HandshakeKeys(staticKey: responder))
        let first = try dialling.write { key in mac1.mac(of: key?.bytes ?? []) }
        let readFirst = try listening.read(first.message)
        guard case .reading(let awaitingSecond) = consume first.next,
            case .writing(let answering) = consume readFirst.next
        else { throw BenchmarkError.handshakeFailed }
        let second = try answering.write()
        let readSecond = try awaitingSecond.read(second.message)
        guard case .reading(let awaitingThird) = consume second.next,
            case .writing(let finishing) = consume readSecond.next
        else { throw BenchmarkError.handshakeFailed }
        let third = try finishing.write(payload)
        let readThird = try awaitingThird.read(third.message)
        guard case .complete(let here) = consume third.next, case .complete(let there) = consume readThird.next
        else { throw BenchmarkError.handshakeFailed }
        return Pair(initiator: here, responder: there)
    }
}
