import Identity
import MLS
import Sodium
import TLSCodec

/// A note on its way: the key package for which it is, by its name(32), and the note, sealed to its init key by
/// EncryptWithLabel (RFC 9420 §5.1.3) with the label "sotto note sealing 1" and that name as context.
struct SealedNote: Hashable, Sendable {
    let package: KeyPackageRef
    private let sealed: [UInt8]

    private static let label = "sotto note sealing 1"
    static let referenceByteCount = 32

    init(package: KeyPackageRef, sealed: [UInt8]) { (self.package, self.sealed) = (package, sealed) }

    init(
        _ note: UnverifiedNote, to package: KeyPackage, suite: CipherSuite, random: RandomSource
    ) throws(MLSError) {
        let plaintext: [UInt8]
        do throws(CodecError) { plaintext = try Padded.bytes(of: note) } catch { throw .malformed(error) }
        self.package = try package.reference
        sealed = try package.initKey.seal(
            plaintext.span, label: Self.label, context: self.package.bytes, for: suite, random: random)
    }

    func open(with bundle: KeyPackageBundle, for recipient: IdentityKey) throws(NoteError) -> Note {
        let plaintext: [UInt8]
        do throws(MLSError) {
            let opened = try bundle.open(sealed, label: Self.label, context: package.bytes)
            plaintext = opened.withBytes { Array(copying: $0) }
        } catch { throw .doesNotOpen }
        let note: UnverifiedNote
        do throws(CodecError) { note = try Padded.value(in: plaintext) } catch { throw .malformed }
        return try Note(note, to: recipient)
    }

    init(from reader: inout Reader) throws(CodecError) {
        package = KeyPackageRef(try reader.fixed(Self.referenceByteCount))
        sealed = try reader.fixed(reader.remainingByteCount)
        guard sealed.count <= ChatLimits.sealedNoteBytesMax else { throw .lengthOutOfBounds }
    }

    func encode(into writer: inout Writer) {
        writer.fixed(package.bytes)
        writer.fixed(sealed)
    }
}
