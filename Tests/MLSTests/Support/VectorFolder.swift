import Foundation

/// The folder of published vectors, read where it lies.
enum VectorFolder {
    /// `$SOTTO_VECTORS`, or `../shared/vectors` beside the package.
    static let url: URL = {
        if let path = ProcessInfo.processInfo.environment["SOTTO_VECTORS"] { return URL(filePath: path) }
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        return root.appending(path: "../shared/vectors").standardized
    }()

    static let path = url.path

    static let isPresent: Bool = {
        let isPresent = FileManager.default.fileExists(atPath: url.appending(path: "mls").path)
        if !isPresent { print("MLS: no vectors at \(path); only values of our own are tested") }
        return isPresent
    }()

    /// What an MLS file holds; nothing if there is none, so that the counts which tests assert don't come out.
    static func mls<Case: Decodable>(_ name: String, of type: Case.Type = Case.self) -> [Case] {
        guard isPresent else { return [] }
        do {
            let data = try Data(contentsOf: url.appending(path: "mls").appending(path: name))
            return try JSONDecoder().decode([Case].self, from: data)
        } catch {
            print("MLS: \(name) can't be read: \(error)")
            return []
        }
    }
}
