import MLS
import Testing

@Suite struct FirstGroupTests {
    @Test func theGroupOfTheDocumentationTalks() throws {
        #expect(try firstGroup() == "Hello, Ben")
    }

    // Stands in the documentation word for word.
    func firstGroup() throws -> String {
        let suite = CipherSuite.xWingChaCha20Poly1305
        let now = UnixTime(seconds: 1_750_000_000)  // what your clock says
        let ann = Client(
            credential: .basic(identity: Array("Ann".utf8)), signatureKey: SignatureSecretKey(), cipherSuites: [suite])
        let ben = Client(
            credential: .basic(identity: Array("Ben".utf8)), signatureKey: SignatureSecretKey(), cipherSuites: [suite])

        // Ben publishes a key package. Ann founds a group and stages the commit that adds him.
        let bundle = try KeyPackageBundle(of: ben, cipherSuite: suite, now: now)
        var annsGroup = try Group(cipherSuite: suite, client: ann, now: now)
        let commit = try annsGroup.stageCommit([.add(bundle.keyPackage)], now: now)

        // Once it is sure that everybody follows it, it takes effect, and Ben gets his Welcome.
        try annsGroup.merge(commit.staged)
        guard let welcome = commit.welcome else { return "" }
        var bensGroup = try Group(joining: welcome, with: bundle)

        let sealed = try annsGroup.seal(Array("Hello, Ben".utf8))
        guard case .application(let message) = try bensGroup.process(sealed) else { return "" }
        return String(decoding: message.content, as: UTF8.self)
    }
}
