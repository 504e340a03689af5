/// What the self-test takes from a folder before it says no.
package enum VectorLimits {
    /// A file larger than this isn't read. The largest published one has 2.7 MB.
    package static let fileBytesMax = 64 << 20
    /// Files and folders looked at.
    package static let entriesMax = 100_000
    /// Folders inside each other, that which was given not counted.
    package static let depthMax = 32
    /// Failed cases that are named, of each suite.
    package static let failingNamedMax = 16
}
