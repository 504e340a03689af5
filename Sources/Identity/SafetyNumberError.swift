/// Why a text isn't a safety number.
package enum SafetyNumberError: Error, Equatable, Sendable {
    /// Something other than a digit or a space.
    case notADigit
    /// Fewer or more than 60 digits.
    case wrongLength
}
