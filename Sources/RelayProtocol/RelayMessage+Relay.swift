package import TLSCodec

/// What a relay hears and sends.
extension RelayMessage {
    /// What a client asks, as a relay reads it. Whatever the bytes, there is an answer to it.
    package func asked() -> Asked {
        var reader = Reader(body)
        guard let number = try? RequestNumber(from: &reader) else {
            return .refuse(Numbered(RequestNumber(0), .malformed))
        }
        do throws(CodecError) {
            guard let kind = RelayMessageKind(rawValue: kind), let request = try RelayRequest(kind: kind, from: &reader)
            else {
                return .refuse(Numbered(number, .unknownRequest))
            }
            try reader.finish()
            return .request(Numbered(number, request))
        } catch {
            return .refuse(Numbered(number, .malformed))
        }
    }

    package enum Asked: Hashable, Sendable {
        case request(Numbered<RelayRequest>)
        case refuse(Numbered<RefusalCode>)
    }

    /// - Throws: ``CodecError`` if a part of the answer is longer than the protocol allows.
    package init(_ answer: RelayAnswer, to number: RequestNumber) throws(CodecError) {
        var writer = Writer(reserving: 64)
        try number.encode(into: &writer)
        try answer.encode(into: &writer)
        self.init(kind: answer.kind, body: writer.bytes)
    }

    /// - Throws: ``CodecError`` if a part of the event is longer than the protocol allows.
    package init(_ event: RelayEvent) throws(CodecError) {
        var writer = Writer(reserving: 224)
        try event.encode(into: &writer)
        self.init(kind: event.kind, body: writer.bytes)
    }
}
