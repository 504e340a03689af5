package import TLSCodec

/// What a client sends and hears.
extension RelayMessage {
    /// - Throws: ``CodecError`` if a part of the request is longer than the protocol allows.
    package init(_ request: RelayRequest, _ number: RequestNumber) throws(CodecError) {
        var writer = Writer(reserving: 224)
        try number.encode(into: &writer)
        try request.encode(into: &writer)
        self.init(kind: request.kind, body: writer.bytes)
    }

    /// What a relay says, as a client reads it: nothing for a kind that this version doesn't know, which may be skipped.
    ///
    /// - Throws: ``CodecError`` if the body isn't what its kind promises.
    package func heard() throws(CodecError) -> Heard? {
        guard let kind = RelayMessageKind(rawValue: kind) else { return nil }
        var reader = Reader(body)
        if let event = try RelayEvent(kind: kind, from: &reader) {
            try reader.finish()
            return .event(event)
        }
        guard RelayAnswer.kinds.contains(kind.rawValue) else { return nil }
        let number = try RequestNumber(from: &reader)
        guard let answer = try RelayAnswer(kind: kind, from: &reader) else { return nil }
        try reader.finish()
        return .answer(Numbered(number, answer))
    }

    package enum Heard: Hashable, Sendable {
        case answer(Numbered<RelayAnswer>)
        case event(RelayEvent)
    }
}
