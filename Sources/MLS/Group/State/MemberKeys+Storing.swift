import HPKE
import Sodium

extension MemberKeys {
    func encode(into writer: inout SecretWriter) {
        writer.key(signatureKey)
        writer.key(path.leafKey)
        let nodes = path.nodeKeys
        writer.count(nodes.count)
        for (node, key) in nodes {
            writer.integer(node.rawValue)
            writer.key(key)
        }
        schedule.encode(into: &writer)
    }

    init(
        _ suite: CipherSuite, _ ownLeaf: LeafIndex, from reader: inout SecretReader, _ bytes: Span<UInt8>
    ) throws(MLSError) {
        signatureKey = try reader.signatureKey(bytes)
        var path = PrivatePath(leaf: ownLeaf, key: try reader.kemKey(suite, bytes))
        for _ in 0..<(try reader.count(bytes)) {
            let node = NodeIndex(try reader.integer(UInt64.self, bytes))
            path.set(try reader.kemKey(suite, bytes), at: node)
        }
        self.path = path
        schedule = try KeySchedule(suite, from: &reader, bytes)
    }
}
