import Foundation
import TestSupport

/// What the MLS files among the published vectors hold.
enum VectorFolder {
    static let isPresent: Bool = {
        let isPresent = SharedVectors.has("mls")
        if !isPresent { print("MLS: \(SharedVectors.absence); only values of our own are tested") }
        return isPresent
    }()

    /// What an MLS file holds; nothing if there is none, so that the counts which tests assert don't come out.
    static func mls<Case: Decodable>(
        _ name: String, of type: Case.Type = Case.self, keys: JSONDecoder.KeyDecodingStrategy = .useDefaultKeys
    ) -> [Case] {
        guard isPresent else { return [] }
        do {
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = keys
            let data = try Data(contentsOf: SharedVectors.url.appending(path: "mls").appending(path: name))
            return try decoder.decode([Case].self, from: data)
        } catch {
            print("MLS: \(name) can't be read: \(error)")
            return []
        }
    }
}
