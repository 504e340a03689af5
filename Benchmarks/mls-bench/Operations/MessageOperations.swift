import MLS
import TLSCodec

/// 100 bytes, sealed by one member and opened by another, both ratchets warm.
struct MessageOperations {
    private static let content = [UInt8](repeating: 0x61, count: 100)
    private static let perSample = 200

    let seal: Operation
    let open: Operation

    /// - Parameter group: of any size: what a message costs doesn't depend on it.
    init(_ group: FoundedGroup) throws {
        let sender = Sender(group.creator)
        let ends = Ends(sender: group.creator, receiver: try group.member(at: 1))
        let message = try ends.sealed(1)[0]
        guard let ciphertext = try MLSMessage(decoding: message).asPrivateMessage?.ciphertext else {
            throw BenchmarkError.unexpectedMessage
        }
        let signed = try Self.signedByteCount(in: group.creator)
        let sealed = ciphertext.count - group.suite.tagByteCount
        seal = Operation(
            count: Self.perSample, floor: .sealing(signed: signed, sealed: sealed),
            run: { try Clock.cpu.time { try sender.seal(Self.perSample) } })
        open = Operation(
            count: Self.perSample, floor: .opening(signed: signed, sealed: sealed),
            run: {
                let messages = try ends.sealed(Self.perSample)
                return try Clock.cpu.time { for message in messages { try ends.open(message) } }
            })
        try ends.open(message)
    }
}

extension MessageOperations {
    /// FramedContentTBS (RFC 9420 §6.1).
    private static func signedByteCount(in group: Group) throws -> Int {
        let framed = FramedContent(
            groupID: group.id, epoch: group.currentEpoch, sender: .member(group.ownLeafIndex), authenticatedData: [],
            content: .application(content))
        return try Encoded(framed).toBeSigned(.privateMessage, groupContext: group.epoch.context.bytes).count
    }

    /// Changes with every message.
    private final class Sender {
        private var group: Group

        init(_ group: Group) { self.group = group }

        func seal(_ count: Int) throws {
            for _ in 0..<count { _ = try group.seal(MessageOperations.content) }
        }
    }

    /// Both change with every message.
    private final class Ends {
        private var sender: Group
        private var receiver: Group

        init(sender: Group, receiver: Group) {
            self.sender = sender
            self.receiver = receiver
        }

        func sealed(_ count: Int) throws -> [[UInt8]] {
            try (0..<count).map { _ in try sender.seal(MessageOperations.content) }
        }

        func open(_ message: [UInt8]) throws {
            guard case .application(let opened) = try receiver.process(message),
                opened.content == MessageOperations.content
            else { throw BenchmarkError.unexpectedMessage }
        }
    }
}
