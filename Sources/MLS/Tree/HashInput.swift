/// The bytes of a TreeHashInput or ParentHashInput (RFC 9420 §7.8, §7.9), in one buffer for many hashes.
///
/// Written here by hand, unlike the structures of the wire: a commit hashes some twenty of these, a joiner thousands,
/// and the keys and hashes of a tree are never too long to be written.
struct HashInput {
    private var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(256) }

    func hash(_ suite: CipherSuite) -> [UInt8] { suite.hash(bytes.span) }

    mutating func setTreeHashInput(of parent: ParentNode?, left: [UInt8], right: [UInt8]) {
        start(with: 2)
        if let parent {
            bytes.append(1)
            append(opaque: parent.encryptionKey.bytes)
            append(opaque: parent.parentHash)
            bytes.append(variableLength: parent.unmergedLeaves.count * 4)
            for leaf in parent.unmergedLeaves { bytes.append(bigEndian: UInt64(leaf.rawValue), byteCount: 4) }
        } else {
            bytes.append(0)
        }
        append(opaque: left)
        append(opaque: right)
    }

    mutating func setTreeHashInput(ofBlankLeaf node: NodeIndex) {
        start(with: 1)
        bytes.append(bigEndian: node.firstLeaf, byteCount: 4)
        bytes.append(0)
    }

    mutating func setParentHashInput(key: HPKEPublicKey, parentHash: [UInt8], originalSiblingTreeHash: [UInt8]) {
        bytes.removeAll(keepingCapacity: true)
        append(opaque: key.bytes)
        append(opaque: parentHash)
        append(opaque: originalSiblingTreeHash)
    }

    private mutating func start(with nodeType: UInt8) {
        bytes.removeAll(keepingCapacity: true)
        bytes.append(nodeType)
    }

    private mutating func append(opaque value: [UInt8]) {
        bytes.append(variableLength: value.count)
        bytes.append(contentsOf: value)
    }
}
