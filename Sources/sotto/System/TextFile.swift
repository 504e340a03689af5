#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A file that a person wrote for us, such as an allow list. It may lie anywhere, behind links too.
enum TextFile {
    /// The whole file; invalid UTF-8 becomes U+FFFD.
    ///
    /// - Throws: as ``bytes(of:byteCountMax:)``.
    static func read(_ path: String, byteCountMax: Int) throws(ErrorNumber) -> String {
        String(decoding: try bytes(of: path, byteCountMax: byteCountMax), as: UTF8.self)
    }

    /// Whether it is a file that can be read again, and not a pipe or a folder.
    static func isPlain(_ path: String) throws(ErrorNumber) -> Bool {
        try OpenFile(path, flags: O_RDONLY | O_NOCTTY | O_NONBLOCK).status().isPlainFile
    }

    /// - Throws: what the system refuses with; ``ErrorNumber/tooLarge`` above `byteCountMax`.
    static func bytes(of path: String, byteCountMax: Int) throws(ErrorNumber) -> [UInt8] {
        let file = try OpenFile(path, flags: O_RDONLY | O_NOCTTY)
        var bytes: [UInt8] = []
        while true {
            let part = try file.number.read(atMost: 65_536)
            guard !part.isEmpty else { return bytes }
            bytes += part
            guard bytes.count <= byteCountMax else { throw .tooLarge }
        }
    }
}
