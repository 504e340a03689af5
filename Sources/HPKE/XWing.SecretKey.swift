import Crypto
import Sodium

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension XWing {
    /// A seed and the key that it grows to, expanded once.
    ///
    /// Our copy of the seed is wiped at the end. The expanded key, and the seed in it, lie in an object of swift-crypto's
    /// that is freed as it is.
    final class SecretKey: Sendable {
        private let seed: SecretBytes
        private let expanded: XWingMLKEM768X25519.PrivateKey
        let publicKey: [UInt8]

        /// - Throws: ``HPKEError/wrongLength`` unless `seed` is 32 bytes long.
        init(seed: Span<UInt8>) throws(HPKEError) {
            var copy = [UInt8](copying: seed)
            defer {
                copy.wipe()
                SecretMemory.wipeStack(byteCount: XWing.stackByteCount)
            }
            do {
                expanded = try XWingMLKEM768X25519.PrivateKey(seedRepresentation: copy, publicKey: nil)
            } catch { throw .wrongLength }
            publicKey = [UInt8](expanded.publicKey.rawRepresentation)
            self.seed = SecretBytes(copying: seed)
        }

        func decapsulate(_ encapsulation: Span<UInt8>) throws(HPKEError) -> SecretBytes {
            defer { SecretMemory.wipeStack(byteCount: XWing.stackByteCount) }
            do {
                return SecretBytes(copying: try expanded.decapsulate(Data(copying: encapsulation)))
            } catch { throw .invalidEncapsulation }
        }

        func withSeed<Result: ~Copyable, Failure: Error>(
            _ body: (Span<UInt8>) throws(Failure) -> Result
        ) throws(Failure) -> Result {
            try seed.withBytes(body)
        }
    }

    static func encapsulate(to recipient: KEMPublicKey) throws(HPKEError) -> Encapsulated {
        defer { SecretMemory.wipeStack(byteCount: stackByteCount) }
        do {
            let result = try XWingMLKEM768X25519.PublicKey(rawRepresentation: recipient.bytes).encapsulate()
            return Encapsulated(
                sharedSecret: SecretBytes(copying: result.sharedSecret), encapsulation: [UInt8](result.encapsulated))
        } catch { throw .invalidPublicKey }
    }
}

extension Data {
    fileprivate init(copying bytes: Span<UInt8>) { self = Data([UInt8](copying: bytes)) }
}

extension SecretBytes {
    fileprivate init(copying key: SymmetricKey) {
        self.init(byteCount: key.byteCount) { output in key.copy(into: &output) }
    }
}

extension SymmetricKey: LendsRawBytes {}
