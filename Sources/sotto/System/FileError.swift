/// Why something in a folder couldn't be read or written.
enum FileError: Error, Hashable, Sendable {
    case missing
    /// Something else stands there: a symbolic link, a folder in place of a file, a device.
    case wrongKind
    /// It belongs to another user.
    case notOurs
    /// It is a folder in which others may replace files.
    case openToOthers
    /// It holds more bytes than whoever reads it accepts.
    case tooLong
    /// There is one already, and it isn't to be replaced.
    case exists
    case refused(ErrorNumber)

    init(_ number: ErrorNumber) {
        switch number {
        case .missing: self = .missing
        case .exists: self = .exists
        case .symbolicLink, .notFolder, .isFolder: self = .wrongKind
        default: self = .refused(number)
        }
    }
}
