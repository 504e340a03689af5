package import Identity
import Synchronization

/// Checks hellos; each one's signatures once.
///
/// What is remembered is that certain bytes are well signed, nothing about who may send them: credential and
/// certificate are public, so at every login, remembered or not, the certified line key is compared with the one that
/// the handshake proved. Skipping that would let the owner of any relay log in elsewhere as its users.
package final class HelloVerifier: Sendable {
    private struct Key: Hashable {
        let lineKey: LineKey
        let hash: HelloHash
    }

    private let remembered = Mutex<[Key: Hello]>([:])
    private let rememberedMax: Int

    package init(rememberedMax: Int = LineLimits.rememberedHellosMax) { self.rememberedMax = rememberedMax }

    package func verify(_ bytes: [UInt8], lineKey: LineKey) throws(IdentityError) -> Hello {
        let bound = try UnverifiedHello(bytes).bound(to: lineKey)
        let key = Key(lineKey: lineKey, hash: bound.hash)
        let known = remembered.withLock { $0[key] }
        let hello = try bound.verified(remembering: known)
        guard known == nil else { return hello }
        remembered.withLock { remembered in
            if remembered.count >= rememberedMax, let any = remembered.keys.first { remembered[any] = nil }
            remembered[key] = hello
        }
        return hello
    }
}
