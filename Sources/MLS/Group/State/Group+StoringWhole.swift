import Sodium

/// Both parts of a group at once, inside of something else that is stored.
extension Group {
    func encode(into writer: inout SecretWriter) throws(MLSError) {
        let parts = (epoch: Secret(try epochPart()), messages: Secret(try messagePart()))
        writer.opaque(parts.epoch)
        writer.opaque(parts.messages)
    }

    init(
        from reader: inout SecretReader, _ bytes: Span<UInt8>, _ configuration: GroupConfiguration
    ) throws(MLSError) {
        let epochPart = try reader.range(bytes)
        let messagePart = try reader.range(bytes)
        try self.init(
            epochPart: bytes.extracting(epochPart), messagePart: bytes.extracting(messagePart),
            configuration: configuration)
    }
}
