import Chat
import Sodium

/// Seals rows: XChaCha20-Poly1305 with a random nonce, and where the row stands as associated data. So no row can be put
/// in another's place, or into another store; an older one of the same place can.
final class RowSeal: Sendable {
    private let rows: SecretBytes
    private let scopes: SecretBytes

    init(_ key: borrowing StoreKey) {
        do throws(SodiumError) {
            rows = try key.derived(.rows)
            scopes = try key.derived(.scopes)
        } catch { preconditionFailure("a store key gives 32 bytes") }
    }

    func place(of key: RowKey) -> RowPlace {
        let scope = scopes.withBytes { secret in
            do throws(SodiumError) {
                var state = try BLAKE2b(digestByteCount: Self.scopeByteCount, key: secret)
                state.update([key.table.rawValue] + key.scope.bytes)
                return state.finalize()
            } catch { preconditionFailure("a key of 32 bytes and a digest of 16") }
        }
        return RowPlace(kind: key.table.rawValue, scope: scope, number: key.number)
    }

    /// nonce(24) ‖ ciphertext ‖ tag(16).
    func seal(_ bytes: Span<UInt8>, at place: RowPlace) -> [UInt8] {
        let nonce = RandomBytes.array(count: Self.nonceByteCount)
        return rows.withBytes { key in
            do throws(SodiumError) {
                return try nonce
                    + AEADAlgorithm.xChaCha20Poly1305.seal(
                        bytes, key: key, nonce: nonce.span, authenticating: place.associatedData.span)
            } catch { preconditionFailure("a key of 32 bytes and a nonce of 24") }
        }
    }

    /// - Returns: nothing for what wasn't sealed for this place with this key.
    func open(_ sealed: [UInt8], at place: RowPlace) -> Secret? {
        guard sealed.count >= Self.nonceByteCount else { return nil }
        return rows.withBytes { key in
            do throws(SodiumError) {
                return Secret(
                    try AEADAlgorithm.xChaCha20Poly1305.open(
                        sealed.span.extracting(Self.nonceByteCount..<sealed.count), key: key,
                        nonce: sealed.span.extracting(first: Self.nonceByteCount),
                        authenticating: place.associatedData.span))
            } catch { return nil }
        }
    }

    private static let nonceByteCount = 24
    private static let scopeByteCount = 16
}
