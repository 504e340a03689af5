import Foundation
import TestSupport

/// Published vectors and specifications, read where they lie.
enum SharedFolder {
    /// The text of RFC 9180, beside the vectors.
    static let rfc9180 = SharedVectors.url.appending(path: "../specs/rfc9180-draft.md").standardized

    static let noRFC9180 = "no specification at \(rfc9180.path)"

    static let hasVectors = isThere(SharedVectors.url.appending(path: "hpke"), "X-Wing's and wycheproof's vectors")
    static let hasRFC9180 = isThere(rfc9180, "RFC 9180's vectors")

    static func decode<Content: Decodable>(_ path: String, as type: Content.Type) -> Content? {
        do {
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            return try decoder.decode(type, from: Data(contentsOf: SharedVectors.url.appending(path: path)))
        } catch {
            if hasVectors { print("HPKE: \(path) can't be read: \(error)") }
            return nil
        }
    }

    private static func isThere(_ url: URL, _ what: String) -> Bool {
        let isThere = FileManager.default.fileExists(atPath: url.path)
        if !isThere { print("HPKE: no \(url.path); \(what) are skipped") }
        return isThere
    }
}
