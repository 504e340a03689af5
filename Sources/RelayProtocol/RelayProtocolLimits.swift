/// Every bound that the relay protocol itself sets, with its unit. What a relay allows beyond that is its own affair.
package enum RelayProtocolLimits {
    /// A commit in a room of 1,000 hybrid members takes about 1.3 MB.
    package static let entryBodyBytes = 1...(4 << 20)
    /// Its tree takes 2.6 MB.
    package static let blobBytes = 1...(4 << 20)
    /// A Welcome, or a note.
    package static let inboxItemBytes = 1...(1 << 20)
    /// What is never stored: typing.
    package static let whisperBytes = 1...4_096
    package static let keyPackageBytes = 1...(16 << 10)
    /// Ordinary key packages of one device and suite.
    package static let keyPackagesMax = 20
    /// Devices of one identity that a relay tells of, each with its credential and a key package.
    package static let devicesMax = 16
    package static let credentialBytes = 1...1_024
    /// Suites that one claim may name.
    package static let suitesMax = 8
    /// Links that a public state may list.
    package static let linksMax = 64
    package static let signatureByteCount = 64
    /// Proven epochs of a room that count on one line: the newest.
    package static let openingsPerRoomMax = 8

    /// Numbers and lengths around an entry, an item or a blob.
    static let framingBytesMax = 8 << 10
    /// The body of a small message, or of a kind that this version doesn't know: that is read and answered.
    static let smallBodyBytesMax = 64 << 10
}
