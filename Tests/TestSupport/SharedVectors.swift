package import Foundation

/// The folder of published vectors, which isn't part of this package: `$SOTTO_VECTORS`, or `shared/vectors` beside it.
package enum SharedVectors {
    package static let url: URL = {
        if let path = ProcessInfo.processInfo.environment["SOTTO_VECTORS"] { return URL(filePath: path) }
        var root = URL(filePath: #filePath)
        for _ in 0..<3 { root.deleteLastPathComponent() }
        return root.appending(path: "../shared/vectors").standardized
    }()

    package static let absence = "no vectors at \(url.path): neither in SOTTO_VECTORS nor in ../shared/vectors"

    package static func has(_ folder: String) -> Bool {
        FileManager.default.fileExists(atPath: url.appending(path: folder).path)
    }
}
