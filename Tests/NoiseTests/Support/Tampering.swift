import Noise

/// A handshake of which one message is changed on its way.
struct Tampering {
    let noise: NoiseProtocol
    let keys: Party

    init(_ name: String) throws {
        noise = try NoiseProtocol(name: name)
        keys = try Party(noise.pattern)
    }

    /// Runs up to message `target`, gives it to `change`, reads that, and goes on to the end.
    func run(changing target: Int, _ change: ([UInt8]) -> [UInt8]) throws {
        try step(
            0, Handshake.initiator(noise, keys: keys.initiator), Handshake.responder(noise, keys: keys.responder),
            target, change)
    }

    private func step(
        _ index: Int, _ writer: consuming HandshakeWriter, _ reader: consuming HandshakeReader, _ target: Int,
        _ change: ([UInt8]) -> [UInt8]
    ) throws {
        let written = try writer.write([7, 7])
        let read = try reader.read(index == target ? change(written.message) : written.message)
        switch consume written.next {
        case .reading(let reader):
            guard case .writing(let writer) = consume read.next else { throw TestFailure.turns }
            try step(index + 1, writer, reader, target, change)
        case .complete: break
        }
    }
}
