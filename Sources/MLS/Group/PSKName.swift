import Sodium

/// Which pre-shared key a commit shall mix in (RFC 9420 §8.4). The nonce, which is of one use, isn't part of the name.
public enum PSKName: Hashable, Sendable {
    /// One that the application gave all members.
    case external(id: [UInt8])
    /// The secret of an epoch, of this group or another.
    case resumption(groupID: GroupID, epoch: Epoch)

    /// A proposal of it with a fresh nonce.
    func proposal(_ suite: CipherSuite, random: RandomSource) -> Proposal {
        let nonce = random.bytes(count: suite.hashByteCount)
        return switch self {
        case .external(let id): .preSharedKey(PreSharedKey(psk: .external(id: id, nonce: nonce)))
        case .resumption(let groupID, let epoch):
            .preSharedKey(
                PreSharedKey(psk: .resumption(usage: .application, groupID: groupID, epoch: epoch, nonce: nonce)))
        }
    }
}
