import Sodium
import TLSCodec

/// The one wire shape of a credential and a line certificate: a body, and a signature over domain and body.
struct Signed<Body: SignedBody>: Sendable {
    let body: Body
    /// As received: what is verified, not what decoding and encoding again would make of it.
    let encoded: [UInt8]

    private static var signatureByteCount: Int { Ed25519.signatureByteCount }

    init(signing body: Body, with key: Ed25519.SecretKey) {
        self.body = body
        do throws(CodecError) {
            let bytes = try body.encoded()
            encoded = bytes + key.signature(for: Body.domain.bytes + bytes)
        } catch {
            preconditionFailure("a body of checked values has an encoding")
        }
    }

    init(decoding bytes: Span<UInt8>) throws(IdentityError) {
        var reader = Reader(bytes)
        try FormatVersion.check(reader)
        do throws(CodecError) {
            body = try Body(from: &reader)
            _ = try reader.fixed(Self.signatureByteCount)
            try reader.finish()
        } catch {
            throw .malformed(error)
        }
        encoded = [UInt8](copying: bytes)
    }

    func isSigned(by key: Ed25519.PublicKey) -> Bool {
        let end = encoded.count - Self.signatureByteCount
        return key.isValid(Array(encoded[end...]), for: Body.domain.bytes + encoded[..<end])
    }
}

/// What is signed: it names its domain.
protocol SignedBody: TLSStruct, Sendable {
    static var domain: Domain { get }
}
