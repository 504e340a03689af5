import Foundation
import TestSupport

/// A file of published vectors, read where it lies.
struct VectorFile {
    let name: String

    static let cacophony = VectorFile(name: "cacophony.txt")
    static let snow = VectorFile(name: "snow.txt")
    static let ours = VectorFile(name: "xx-xchachapoly.json")

    static let isPresent: Bool = {
        let isPresent = SharedVectors.has("noise")
        if !isPresent { print("Noise: \(SharedVectors.absence); only values of our own are tested") }
        return isPresent
    }()

    /// The vectors of the suites that we have.
    var cases: [VectorCase] {
        guard Self.isPresent else { return [] }
        struct Content: Decodable { let vectors: [VectorCase] }
        do {
            let data = try Data(contentsOf: SharedVectors.url.appending(path: "noise").appending(path: name))
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            return try decoder.decode(Content.self, from: data).vectors.filter(\.isOurs)
        } catch {
            print("Noise: \(name) can't be read: \(error)")
            return []
        }
    }
}
