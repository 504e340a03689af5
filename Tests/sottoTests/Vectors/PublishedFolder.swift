import Foundation
import TestSupport

@testable import sotto

/// The published files that the manifest knows.
enum PublishedFolder {
    static let path = SharedVectors.url.path
    static var isPresent: Bool { SharedVectors.has("wycheproof") }

    /// Every one that is here.
    static let files: [VectorFile] = VectorManifest.embedded.files.compactMap { entry in
        try? VectorFolder(path: path).file(at: entry.path)
    }
}
