/// Why a text may not be a name. Names are refused, never mended.
package enum NameError: Error, Equatable, Sendable {
    case empty
    /// More bytes of UTF-8 than a name may have.
    case tooLong
    /// The bytes aren't UTF-8.
    case notUTF8
    /// A control, format, private or unassigned character, a space other than U+0020, or, in an @name, anything but
    /// `a` to `z`, `0` to `9`, `.`, `_` and `-`.
    case forbidden(Unicode.Scalar)
    /// A space at the beginning or the end, or two together.
    case misplacedSpace
    /// More than two combining marks running.
    case tooManyMarks
    /// Not in Normalization Form C: the same name could be written in two ways.
    case notNFC
    /// An @name begins with `.`, `_` or `-`.
    case badStart
}
