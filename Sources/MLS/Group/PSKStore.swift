public import Sodium

/// Where pre-shared keys come from that the group doesn't know itself (RFC 9420 §8.4): external ones, and resumption
/// secrets of other groups.
///
/// It is asked at once. Where keys have to be awaited, let the step fail, fetch the one that ``MLSError/missingPSK(_:)``
/// names, and take the step again: nothing was used up.
public struct PSKStore: Sendable {
    private let find: @Sendable (PreSharedKeyID) -> Secret?

    /// None.
    public static let empty = PSKStore { _ in nil }

    /// - Parameter find: the key of this name, `nil` if there is none. The nonce is of one use, not part of the name.
    public init(find: @escaping @Sendable (PreSharedKeyID) -> Secret?) { self.find = find }

    /// External keys by their IDs.
    public init(external keys: [[UInt8]: Secret]) {
        self.init { id in
            guard case .external(let name, _) = id else { return nil }
            return keys[name]
        }
    }

    /// Resumption secrets of the epochs that a group remembers; for all other keys, what another store has.
    public init(resuming group: Group, otherwise others: PSKStore = .empty) {
        self.init { id in
            guard case .resumption(_, group.id, let epoch, _) = id else { return others.secret(of: id) }
            return group.resumptionPSK(of: epoch) ?? others.secret(of: id)
        }
    }

    package func secret(of id: PreSharedKeyID) -> Secret? { find(id) }

    /// The keys that a Welcome names, chained (RFC 9420 §8.4).
    ///
    /// - Throws: ``MLSError/missingPSK(_:)``.
    func pskSecret(of ids: [PreSharedKeyID], _ suite: CipherSuite) throws(MLSError) -> Secret {
        var entries: [PSKSecret.Entry] = []
        for id in ids {
            guard let psk = secret(of: id) else { throw .missingPSK(id) }
            entries.append(PSKSecret.Entry(id: id, psk: psk))
        }
        return try PSKSecret.derive(suite, entries)
    }
}
