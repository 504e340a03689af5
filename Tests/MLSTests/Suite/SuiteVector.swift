import Foundation
import MLS
import TestSupport
import Testing

/// A case of a published file that names its cipher suite.
protocol SuiteVector: Decodable, Sendable, CustomTestStringConvertible {
    static var fileName: String { get }
    var cipherSuite: UInt16 { get }
    /// What tells it from the file's others of its suite.
    var name: String { get }
}

extension SuiteVector {
    var testDescription: String { "suite \(cipherSuite), \(name)" }
    var name: String { Self.fileName }

    /// The whole file.
    static func all() -> [Self] { VectorFolder.mls(fileName, keys: .convertFromSnakeCase) }

    /// The cases of the suites that this library has.
    static func supported() -> [Self] { all().filter { CipherSuite(rawValue: $0.cipherSuite) != nil } }

    /// How many cases a suite has, with what becomes of them; said aloud for the suites that aren't ours.
    static func counts() -> [UInt16: Int] {
        let counts = Dictionary(grouping: all(), by: \.cipherSuite).mapValues(\.count)
        for (suite, count) in counts.sorted(by: { $0.key < $1.key }) where CipherSuite(rawValue: suite) == nil {
            print("MLS: \(fileName): \(count) of suite \(suite) not supported")
        }
        return counts
    }
}

/// Bytes that a file has in hexadecimal digits.
struct HexBytes: Decodable, Sendable {
    let bytes: [UInt8]

    init(from decoder: any Decoder) throws {
        bytes = [UInt8](hex: try decoder.singleValueContainer().decode(String.self))
    }
}
