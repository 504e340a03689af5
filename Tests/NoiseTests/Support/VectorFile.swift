import Foundation

/// A file of published vectors, read where it lies.
struct VectorFile {
    let name: String

    static let cacophony = VectorFile(name: "cacophony.txt")
    static let snow = VectorFile(name: "snow.txt")
    static let ours = VectorFile(name: "xx-xchachapoly.json")

    /// `$SOTTO_VECTORS`, or `../shared/vectors` beside the package.
    static let folder: URL = {
        if let path = ProcessInfo.processInfo.environment["SOTTO_VECTORS"] { return URL(filePath: path) }
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return root.appending(path: "../shared/vectors").standardized
    }()

    static let path = folder.path

    static let isPresent: Bool = {
        let isPresent = FileManager.default.fileExists(atPath: folder.appending(path: "noise").path)
        if !isPresent { print("Noise: no vectors at \(path); only values of our own are tested") }
        return isPresent
    }()

    /// The vectors of the suites that we have.
    var cases: [VectorCase] {
        guard Self.isPresent else { return [] }
        struct Content: Decodable { let vectors: [VectorCase] }
        do {
            let data = try Data(contentsOf: Self.folder.appending(path: "noise").appending(path: name))
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            return try decoder.decode(Content.self, from: data).vectors.filter(\.isOurs)
        } catch {
            print("Noise: \(name) can't be read: \(error)")
            return []
        }
    }
}
