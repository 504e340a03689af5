import Identity
import MLS
import RelayProtocol
import TLSCodec

extension ChatCore {
    /// A note for a device, by a key package of its own that was claimed for it: an inbox's item. Nothing where the package
    /// is none.
    func note(
        _ kind: NoteKind, _ body: some TLSCodable, to package: [UInt8], of recipient: IdentityKey, _ suite: CipherSuite
    ) -> [UInt8]? {
        do {
            guard let package = try MLSMessage(received: package).asKeyPackage else { return nil }
            let note = try UnverifiedNote(from: client, to: recipient, kind, try body.encoded())
            return InboxItem.note(try SealedNote(note, to: package, suite: suite, random: random)).bytes
        } catch { return nil }
    }

    /// A note that came. What it is sealed to is used up by it, as by a Welcome.
    mutating func take(_ sealed: SealedNote, _ step: inout ChatStep) throws(ChatStorageError) {
        guard let (bundle, isLastResort) = try bundle(sealed.package, step), isForAnything(sealed.package),
            let note = try? sealed.open(with: bundle, for: client.credential.identityKey)
        else { return }
        if !isLastResort { try dropBundle(sealed.package, step) }
        switch note.kind {
        case .readding: try takeReaddingRequest(note, &step)
        // Of a newer client.
        default: break
        }
    }

    /// Whether a key package is one that anybody may use: not one that was made for a request alone.
    func isForAnything(_ package: KeyPackageRef) -> Bool { roomAsking(by: package) == nil }

    /// The room in which a request by this key package is open.
    func roomAsking(by package: KeyPackageRef) -> RoomID? {
        rooms.values.first { $0.record.mending?.packages.contains(package.bytes) == true }?.record.id
    }
}
