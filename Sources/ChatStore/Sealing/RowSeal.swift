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

    /// nonce(24) ‖ ciphertext ‖ tag(16) of length(4) ‖ bytes ‖ zeros. What is sealed has one of few lengths, so that a
    /// row that has changed mostly fits where it stood (``RowSlots``), and lengths tell little.
    func seal(_ bytes: Span<UInt8>, at place: RowPlace) -> [UInt8] {
        let nonce = RandomBytes.array(count: Self.nonceByteCount)
        let padded = Self.padded(bytes)
        return rows.withBytes { key in
            padded.withBytes { padded in
                do throws(SodiumError) {
                    return try nonce
                        + AEADAlgorithm.xChaCha20Poly1305.seal(
                            padded, key: key, nonce: nonce.span, authenticating: place.associatedData().span)
                } catch { preconditionFailure("a key of 32 bytes and a nonce of 24") }
            }
        }
    }

    /// - Returns: nothing for what wasn't sealed for this place with this key.
    func open(_ sealed: [UInt8], at place: RowPlace) -> Secret? {
        if let padded = open(sealed, authenticating: place.associatedData()) { return Self.unpadded(padded) }
        guard let bare = open(sealed, authenticating: place.associatedData(.row)) else { return nil }
        return Secret(bare)
    }

    private func open(_ sealed: [UInt8], authenticating place: [UInt8]) -> SecretBytes? {
        guard sealed.count >= Self.nonceByteCount else { return nil }
        return rows.withBytes { key in
            do throws(SodiumError) {
                return try AEADAlgorithm.xChaCha20Poly1305.open(
                    sealed.span.extracting(Self.nonceByteCount..<sealed.count), key: key,
                    nonce: sealed.span.extracting(first: Self.nonceByteCount), authenticating: place.span)
            } catch { return nil }
        }
    }

    private static func padded(_ bytes: Span<UInt8>) -> SecretBytes {
        let count = bytes.count
        var padded = SecretBytes(byteCount: paddedByteCount(lengthByteCount + count)) { _ in }
        let length = (0..<lengthByteCount).map { UInt8(truncatingIfNeeded: count >> (24 - 8 * $0)) }
        padded.write(length.span, at: 0)
        padded.write(bytes, at: lengthByteCount)
        return padded
    }

    private static func unpadded(_ padded: borrowing SecretBytes) -> Secret? {
        padded.withBytes { padded in
            guard padded.count >= lengthByteCount else { return nil }
            let count = (0..<lengthByteCount).reduce(0) { $0 << 8 | Int(padded[$1]) }
            guard count <= padded.count - lengthByteCount else { return nil }
            return Secret(copying: padded.extracting(lengthByteCount..<lengthByteCount + count))
        }
    }

    /// Multiples of 64 bytes; of more than 1 KiB, of an eighth of the power of two below: at most an eighth is padding.
    private static func paddedByteCount(_ byteCount: Int) -> Int {
        let step = max(paddingStep, (1 << (Int.bitWidth - 1 - byteCount.leadingZeroBitCount)) / 8)
        return (byteCount + step - 1) / step * step
    }

    private static let paddingStep = 64
    private static let lengthByteCount = 4
    private static let nonceByteCount = 24
    static let scopeByteCount = 16
}
