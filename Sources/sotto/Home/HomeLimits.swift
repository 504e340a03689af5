/// How large things in a home may be.
enum HomeLimits {
    /// Relays that one client remembers.
    static let pinCountMax = 65_536
    /// Scheme 8, a DNS name 253, colon and port 6, slash and key 44.
    static let pinLineByteCountMax = 311
    static let pinsFileByteCountMax = PinsFile.heading.utf8.count + 1 + pinCountMax * (pinLineByteCountMax + 1)
    static let helloFileByteCountMax = 4_096
    static let storeKeyFileByteCountMax = 4_096
    static let passphraseByteCountMax = 1_024
    /// How often a passphrase that is typed may be wrong.
    static let passphraseAttemptsMax = 3
    /// Heading, a record for each device that a relay remembers, checksum.
    static let serialsFileByteCountMax = 64 << 20
}
