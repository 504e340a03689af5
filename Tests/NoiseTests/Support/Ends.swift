import Noise

/// Both ends of a finished handshake, and what went over the wire.
struct Ends: ~Copyable {
    var initiator: Transport
    var responder: Transport
    var messages: [[UInt8]]
    var payloads: [[UInt8]]

    /// Carries `payload(n)` as message n to the end.
    static func meet(
        _ writer: consuming HandshakeWriter, _ reader: consuming HandshakeReader,
        payload: (Int) -> [UInt8] = { _ in [] }
    ) throws -> Ends {
        try step(writer, reader, payload: payload, messages: [], payloads: [])
    }

    private static func step(
        _ writer: consuming HandshakeWriter, _ reader: consuming HandshakeReader, payload: (Int) -> [UInt8],
        messages: [[UInt8]], payloads: [[UInt8]]
    ) throws -> Ends {
        let index = messages.count
        let written = try writer.write(payload(index))
        let read = try reader.read(written.message)
        let messages = messages + [written.message]
        let payloads = payloads + [read.payload]
        switch consume written.next {
        case .reading(let reader):
            guard case .writing(let writer) = consume read.next else { throw TestFailure.turns }
            return try step(writer, reader, payload: payload, messages: messages, payloads: payloads)
        case .complete(let writing):
            guard case .complete(let reading) = consume read.next else { throw TestFailure.turns }
            if index.isMultiple(of: 2) {
                return Ends(initiator: writing, responder: reading, messages: messages, payloads: payloads)
            }
            return Ends(initiator: reading, responder: writing, messages: messages, payloads: payloads)
        }
    }
}

enum TestFailure: Error { case turns }
