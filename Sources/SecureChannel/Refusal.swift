/// Why a relay that has accepted a hello serves its sender no further. Sent as one sealed record, then it closes.
package enum Refusal: UInt8, Sendable, Equatable, CaseIterable {
    /// The relay serves only the fingerprints it was told to.
    case notAllowed = 1
    /// Too many connections.
    case overLimit = 2
    /// The relay no longer speaks this version.
    case version = 3
    /// The relay is shutting down; try again later.
    case stopping = 4
}
