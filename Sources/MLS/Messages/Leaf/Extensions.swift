public import TLSCodec

/// A list of extensions in the order of the wire, those that nobody here knows included.
///
/// Decoding lets a type stand twice; validation doesn't (RFC 9420 §13.4).
public struct Extensions: Hashable, Sendable, TLSStruct, ExpressibleByArrayLiteral {
    public let list: [Extension]

    public init(_ list: [Extension]) { self.list = list }

    public init(arrayLiteral elements: Extension...) { self.init(elements) }

    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        list = try v.vector(.variable) { $0.list }
    }

    public var isEmpty: Bool { list.isEmpty }

    public var types: [ExtensionType] { list.map(\.type) }

    /// The data of the first extension of a type.
    public subscript(type: ExtensionType) -> [UInt8]? { list.first { $0.type == type }?.data }

    /// Whether a type stands more than once.
    package var hasDuplicates: Bool { Set(list.map(\.type)).count != list.count }

    /// The extension of a type, read as what it holds; `nil` if there is none.
    ///
    /// - Throws: what decoding throws, one byte too many included.
    package func value<Value: TLSCodable>(
        _ type: ExtensionType, as value: Value.Type = Value.self
    ) throws(CodecError) -> Value? {
        guard let data = self[type] else { return nil }
        return try Value(decoding: data)
    }
}
