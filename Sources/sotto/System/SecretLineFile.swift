import Sodium

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A file that holds a secret in its first line, wherever a person keeps it.
enum SecretLineFile {
    /// - Returns: the line, and the file's permissions where others may read it: of a plain file alone.
    static func read(
        _ path: String, byteCountMax: Int
    ) throws(ErrorNumber) -> (line: Secret?, openTo: FileMode?) {
        let file = try OpenFile(path, flags: O_RDONLY | O_NOCTTY)
        let status = try file.status()
        let openTo = status.isPlainFile && status.mode.isOpenToOthers ? status.mode : nil
        return (try file.number.readSecretLine(byteCountMax: byteCountMax), openTo)
    }
}
