/// Why a text isn't a fingerprint.
package enum FingerprintError: Error, Equatable, Sendable {
    /// Something other than a hexadecimal digit or a space.
    case notHexadecimal
    /// Fewer or more than 64 digits. A part of a fingerprint is never enough.
    case wrongLength
}
