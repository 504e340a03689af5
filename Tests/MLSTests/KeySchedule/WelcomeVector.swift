/// A case of `welcome.json`.
struct WelcomeVector: SuiteVector {
    static let fileName = "welcome.json"
    let cipherSuite: UInt16
    let initPriv, keyPackage, signerPub, welcome: HexBytes
}
