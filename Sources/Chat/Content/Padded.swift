import TLSCodec

/// A value with as many zero bytes behind it as make a padded length: it is sealed as a whole.
enum Padded {
    static func bytes(of value: some TLSCodable, length: (Int) -> Int = PaddedLength.of) throws(CodecError) -> [UInt8] {
        var writer = Writer(continuing: try value.encoded())
        writer.zeros(length(writer.bytes.count) - writer.bytes.count)
        return writer.bytes
    }

    /// - Throws: ``CodecError/invalidValue`` for anything but zeros behind the value: it would be a covert channel.
    static func value<Value: TLSCodable>(_ type: Value.Type = Value.self, in bytes: [UInt8]) throws(CodecError) -> Value
    {
        var reader = Reader(bytes)
        let value = try Value(from: &reader)
        try reader.finishPadding()
        return value
    }
}
