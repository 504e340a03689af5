import Foundation

@testable import sotto

/// The folder of upstream files, which isn't part of this package: `SOTTO_VECTORS`, or `shared/vectors` beside it.
enum PublishedFolder {
    static let path = ProcessInfo.processInfo.environment["SOTTO_VECTORS"] ?? beside
    static var isPresent: Bool { FileManager.default.fileExists(atPath: path + "/wycheproof") }
    static let absence = "the published vectors aren't here: neither in SOTTO_VECTORS nor in ../shared/vectors"

    /// Every file that the manifest knows and that is here.
    static let files: [VectorFile] = VectorManifest.embedded.files.compactMap { entry in
        try? VectorFolder(path: path).file(at: entry.path)
    }

    private static var beside: String {
        var root = URL(fileURLWithPath: #filePath)
        for _ in 0..<4 { root.deleteLastPathComponent() }
        return root.deletingLastPathComponent().appendingPathComponent("shared/vectors").path
    }
}
