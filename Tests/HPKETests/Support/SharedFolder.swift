import Foundation

/// Published vectors and specifications, read where they lie.
enum SharedFolder {
    /// `$SOTTO_VECTORS`, or `../shared/vectors` beside the package.
    static let vectors: URL = {
        if let path = ProcessInfo.processInfo.environment["SOTTO_VECTORS"] { return URL(filePath: path) }
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return root.appending(path: "../shared/vectors").standardized
    }()

    /// The text of RFC 9180, beside the vectors.
    static let rfc9180 = vectors.appending(path: "../specs/rfc9180-draft.md").standardized

    static let noVectors = "no vectors at \(vectors.path)"
    static let noRFC9180 = "no specification at \(rfc9180.path)"

    static let hasVectors = isThere(vectors.appending(path: "hpke"), "X-Wing's and wycheproof's vectors")
    static let hasRFC9180 = isThere(rfc9180, "RFC 9180's vectors")

    static func decode<Content: Decodable>(_ path: String, as type: Content.Type) -> Content? {
        do {
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            return try decoder.decode(type, from: Data(contentsOf: vectors.appending(path: path)))
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
