import TLSCodec

/// `deserialization.json`: a length as it stands before an array of that many bytes.
struct LengthVector: ListedVector {
    static let suiteName = "mls-deserialization"
    static let field = "vlbytes_header"

    let vlbytesHeader: VectorBytes
    let length: Int

    func passes() throws -> Bool {
        var reader = Reader(vlbytesHeader.bytes)
        let read = try reader.length(.variable)
        try reader.finish()
        var writer = Writer()
        try writer.length(read, .variable)
        return read == length && writer.bytes == vlbytesHeader.bytes
    }
}
