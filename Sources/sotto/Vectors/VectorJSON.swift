#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// JSON read into types. The only file of the self-test that knows a decoder.
enum VectorJSON {
    static func decode<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        try JSONDecoder().decode(type, from: Data(bytes))
    }

    /// For fields such as `key_package`, which are `keyPackage` here.
    static func decodeSnakeCase<Value: Decodable>(_ type: Value.Type, from bytes: [UInt8]) throws -> Value {
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(type, from: Data(bytes))
    }

    /// A value of any shape, of which only that it is there matters.
    struct Anything: Decodable {
        init(from decoder: any Decoder) {}
    }
}
