import Sodium

/// A file found in a folder of vectors.
struct VectorFile: Sendable {
    /// Below the folder that was given, with slashes.
    let path: String
    /// The name of the folder that it lies in, as far as known.
    let folder: String
    let bytes: [UInt8]
    let sha256: [UInt8]

    init(path: String, folder: String, bytes: [UInt8]) {
        self.path = path
        self.folder = folder
        self.bytes = bytes
        sha256 = HashAlgorithm.sha256.digest(of: bytes)
    }

    var name: String { path.split(separator: "/").last.map(String.init) ?? path }

    /// The name without its extension.
    var stem: String { name.split(separator: ".").dropLast().joined(separator: ".") }

    var isJSON: Bool { name.hasSuffix(".json") }

    /// Whether a text file means to be JSON: cacophony's and snow's end in `.txt`.
    var looksLikeJSON: Bool {
        guard name.hasSuffix(".txt") else { return false }
        let first = bytes.first { ![0x20, 0x09, 0x0A, 0x0D].contains($0) }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }
}
