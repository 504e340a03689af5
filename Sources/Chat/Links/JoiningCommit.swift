import Identity
package import MLS
package import RelayProtocol
package import Sodium
import TLSCodec

/// An external commit on its way through the log: sealed to the epoch's `external_pub`, so that the relay sees nothing of
/// who joins, and bound to the link by which it comes.
package enum JoiningCommit {
    package static func seal(
        _ message: [UInt8], to key: HPKEPublicKey, of room: RoomID, epoch: Epoch, link: LinkKey, suite: CipherSuite,
        random: RandomSource = .system
    ) throws(MLSError) -> EntryBody {
        let plaintext: [UInt8]
        do throws(CodecError) { plaintext = try Padded.bytes(of: Carried(message: message)) } catch {
            throw .malformed(error)
        }
        let sealed = try key.seal(
            plaintext.span, info: info(room, epoch, link), for: suite, random: random)
        return .joining(link: link, sealed: sealed)
    }

    /// The external commit in an entry; only members of the epoch that it ends open it.
    ///
    /// - Throws: ``MLSError/doesNotOpen``, ``MLSError/malformed(_:)``, ``MLSError/removed``.
    package static func open(_ sealed: [UInt8], link: LinkKey, in group: Group, of room: RoomID) throws(MLSError)
        -> [UInt8]
    {
        let opened = try group.openAtExternalKey(sealed, info: info(room, group.currentEpoch, link))
        let plaintext = opened.withBytes { Array(copying: $0) }
        do throws(CodecError) { return try Padded.value(Carried.self, in: plaintext).message } catch {
            throw .malformed(error)
        }
    }

    /// "sotto joining commit 1" ‖ \0 ‖ room id ‖ epoch(8) ‖ link key.
    private static func info(_ room: RoomID, _ epoch: Epoch, _ link: LinkKey) -> [UInt8] {
        var writer = Writer(continuing: Domain.joiningCommit.bytes + room.bytes)
        writer.integer(epoch.rawValue)
        writer.fixed(link.bytes)
        return writer.bytes
    }
}

private struct Carried: TLSStruct {
    let message: [UInt8]

    init(message: [UInt8]) { self.message = message }

    init(fields v: inout some Visitor<Self>) throws(CodecError) { message = try v.opaque(.uint32) { $0.message } }
}
