import MLS

/// The people of a benchmark: each has an identity of 13 bytes and one signature key.
enum Cast {
    static let identityByteCount = 13
    static let now = UnixTime(seconds: 1_800_000_000)

    static func client(_ number: Int, _ suite: CipherSuite) -> Client {
        let digits = String(number)
        let name = "member-" + String(repeating: "0", count: identityByteCount - 7 - digits.count) + digits
        return Client(
            credential: .basic(identity: Array(name.utf8)), signatureKey: SignatureSecretKey(), cipherSuites: [suite])
    }
}
