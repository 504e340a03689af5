import MLS
import Sodium
import TLSCodec
import TestSupport
import Testing

@Suite(.enabled(if: VectorFolder.isPresent, "\(SharedVectors.absence)"))
struct MessageProtectionVectorTests {
    private let sender = LeafIndex(rawValue: 1)

    @Test func noVectorIsLeftOut() {
        #expect(MessageProtectionVector.counts() == [1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1])
        #expect(MessageProtectionVector.supported().map(\.cipherSuite) == [1, 3])
    }

    @Test(arguments: MessageProtectionVector.supported())
    func opensThePublishedMessages(_ vector: MessageProtectionVector) throws {
        #expect(try open(vector.proposalPub, vector).encodedContent == vector.proposal.bytes)
        #expect(try open(vector.proposalPriv, vector).encodedContent == vector.proposal.bytes)
        #expect(try open(vector.commitPub, vector).encodedContent == vector.commit.bytes)
        #expect(try open(vector.commitPriv, vector).encodedContent == vector.commit.bytes)
        #expect(try open(vector.applicationPriv, vector).encodedContent == vector.application.bytes)
    }

    @Test(arguments: MessageProtectionVector.supported())
    func opensWhatItProtects(_ vector: MessageProtectionVector) throws {
        let proposal = FramedContent.Content.proposal(try Proposal(decoding: vector.proposal.bytes))
        let commit = FramedContent.Content.commit(try Commit(decoding: vector.commit.bytes))
        for content in [proposal, commit, .application(vector.application.bytes)] {
            #expect(try open(protect(content, .privateMessage, vector), vector).framed.content == content)
        }
        for content in [proposal, commit] {
            #expect(try open(protect(content, .publicMessage, vector), vector).framed.content == content)
        }
    }

    @Test(arguments: MessageProtectionVector.supported())
    func applicationDataDoesNotGoIntoAPublicMessage(_ vector: MessageProtectionVector) throws {
        #expect(throws: MLSError.invalid(.applicationDataPrivate)) {
            _ = try protect(.application(vector.application.bytes), .publicMessage, vector)
        }
    }

    private func open(_ bytes: HexBytes, _ vector: MessageProtectionVector) throws -> VerifiedContent {
        try open(MLSMessage(decoding: bytes.bytes), vector)
    }

    private func open(_ message: MLSMessage, _ vector: MessageProtectionVector) throws -> VerifiedContent {
        var secrets = try vector.secrets()
        let key = SignaturePublicKey(vector.signaturePub.bytes)
        let keys: SignatureKeys = { $0 == .member(sender) ? key : nil }
        if let message = message.asPublicMessage { return try secrets.open(message, signatureKeys: keys) }
        return try secrets.open(
            try #require(message.asPrivateMessage), limits: RatchetLimits(), signatureKeys: keys)
    }

    private func protect(
        _ content: FramedContent.Content, _ wireFormat: WireFormat, _ vector: MessageProtectionVector
    ) throws -> MLSMessage {
        var secrets = try vector.secrets()
        let framed = FramedContent(
            groupID: secrets.context.groupID, epoch: secrets.context.epoch, sender: .member(sender),
            authenticatedData: [1, 2, 3], content: content)
        var signed = try AuthenticatedContent.signed(
            framed, as: wireFormat, secrets.suite, groupContext: secrets.context.bytes,
            with: try #require(SignatureSecretKey(seed: vector.signaturePriv.bytes)))
        if content.type == .commit { signed = signed.confirmed(by: [UInt8](repeating: 7, count: 32)) }
        if wireFormat == .publicMessage { return .publicMessage(try secrets.publicMessage(signed)) }
        return .privateMessage(try secrets.privateMessage(signed, padding: .none, random: .system))
    }
}

extension VerifiedContent {
    /// As the vectors have it.
    fileprivate var encodedContent: [UInt8] {
        get throws {
            switch framed.content {
            case .application(let data): data
            case .proposal(let proposal): try proposal.encoded()
            case .commit(let commit): try commit.encoded()
            }
        }
    }
}
