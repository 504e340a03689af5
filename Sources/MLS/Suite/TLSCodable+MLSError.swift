import TLSCodec

extension TLSCodable {
    /// Decodes all of `bytes`, with the codec's refusal as this room's.
    init(parsing bytes: [UInt8]) throws(MLSError) {
        do throws(CodecError) { try self.init(decoding: bytes) } catch { throw .malformed(error) }
    }

    /// Decodes all of `bytes`, with the codec's refusal as this room's.
    init(parsing bytes: Span<UInt8>) throws(MLSError) {
        do throws(CodecError) { try self.init(decoding: bytes) } catch { throw .malformed(error) }
    }

    /// Encodes, with the codec's refusal as this room's.
    func bytes() throws(MLSError) -> [UInt8] {
        do throws(CodecError) { return try encoded() } catch { throw .malformed(error) }
    }
}

/// Runs what only a codec can refuse.
func codec<Value: ~Copyable>(_ body: () throws(CodecError) -> Value) throws(MLSError) -> Value {
    do throws(CodecError) { return try body() } catch { throw .malformed(error) }
}
