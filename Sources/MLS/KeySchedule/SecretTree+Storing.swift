import Sodium
import TLSCodec

/// The state of the ratchets, as it is stored: of each sender that has been heard in this epoch its two ratchets, and
/// the secrets of the nodes above all the others. It changes with every message; it holds no key that was used.
extension SecretTree {
    func encode(into writer: inout SecretWriter) {
        writer.integer(UInt32(truncatingIfNeeded: nodes.count))
        for (node, secret) in nodes.sorted(by: { $0.key < $1.key }) {
            writer.integer(node.rawValue)
            writer.opaque(secret)
        }
        writer.integer(UInt32(truncatingIfNeeded: ratchets.count))
        for (leaf, ratchets) in ratchets.sorted(by: { $0.key < $1.key }) {
            writer.integer(leaf.rawValue)
            ratchets.handshake.encode(into: &writer)
            ratchets.application.encode(into: &writer)
        }
    }

    /// - Throws: ``MLSError/malformed(_:)`` for bytes that can't be the state of a tree of this size.
    init(
        _ suite: CipherSuite, leafCount: LeafCount, from reader: inout SecretReader, _ bytes: Span<UInt8>
    ) throws(MLSError) {
        var nodes: [NodeIndex: Secret] = [:]
        for _ in 0..<(try reader.count(bytes)) {
            let node = NodeIndex(try reader.integer(UInt64.self, bytes))
            let secret = try reader.secret(suite, bytes)
            guard leafCount.contains(node), nodes.updateValue(secret, forKey: node) == nil else {
                throw .malformed(.invalidValue)
            }
        }
        var ratchets: [LeafIndex: SenderRatchets] = [:]
        for _ in 0..<(try reader.count(bytes)) {
            let leaf = LeafIndex(rawValue: try reader.integer(UInt32.self, bytes))
            let both = SenderRatchets(
                handshake: try HashRatchet(suite, from: &reader, bytes),
                application: try HashRatchet(suite, from: &reader, bytes))
            guard leafCount.contains(leaf), ratchets.updateValue(both, forKey: leaf) == nil else {
                throw .malformed(.invalidValue)
            }
        }
        self.init(suite, leafCount: leafCount, nodes: nodes, ratchets: ratchets)
    }
}

extension HashRatchet {
    fileprivate func encode(into writer: inout SecretWriter) {
        writer.integer(head == nil ? 0 as UInt8 : 1)
        if let head {
            writer.integer(head.generation.rawValue)
            writer.opaque(head.secret)
        }
        writer.integer(UInt32(truncatingIfNeeded: skipped.count))
        for skipped in skipped {
            writer.integer(skipped.generation.rawValue)
            skipped.key.withBytes { writer.opaque($0) }
        }
    }

    fileprivate init(
        _ suite: CipherSuite, from reader: inout SecretReader, _ bytes: Span<UInt8>
    ) throws(MLSError) {
        var head: Head?
        switch try reader.integer(UInt8.self, bytes) {
        case 0: head = nil
        case 1:
            let generation = Generation(rawValue: try reader.integer(UInt32.self, bytes))
            head = Head(generation: generation, secret: try reader.secret(suite, bytes))
        default: throw .malformed(.invalidValue)
        }
        var skipped: [Skipped] = []
        for _ in 0..<(try reader.count(bytes)) {
            let generation = Generation(rawValue: try reader.integer(UInt32.self, bytes))
            let place = try reader.range(bytes)
            guard let key = MessageKey(suite, copying: bytes.extracting(place)),
                generation < head?.generation ?? generation.next ?? generation,
                skipped.last.map({ $0.generation < generation }) ?? true
            else { throw .malformed(.invalidValue) }
            skipped.append(Skipped(generation: generation, key: key))
        }
        self.init(head: head, skipped: skipped)
    }
}

extension SecretReader {
    /// A secret as long as the suite's hash.
    mutating func secret(_ suite: CipherSuite, _ bytes: Span<UInt8>) throws(MLSError) -> Secret {
        let secret = try secret(bytes)
        guard secret.byteCount == suite.hashByteCount else { throw .malformed(.invalidValue) }
        return secret
    }
}
