/// Why a self-test didn't begin.
package enum VectorRunnerError: Error, Equatable, Sendable {
    /// No suite has the name that was asked for; `known` are those there are.
    case unknownSuite(String, known: [String])
    /// There is no such folder, or it can't be read.
    case noFolder(String)
    /// The folder holds more than ``VectorLimits`` allow: it is hardly one of vectors.
    case folderTooLarge(String)
}
