import TLSCodec

/// opaque credential<0..2^16-1> ‖ opaque line_certificate<0..2^16-1>: each bears its own version.
struct HelloBody: TLSStruct {
    let credential: [UInt8]
    let certificate: [UInt8]

    init(fields v: inout some Visitor<Self>) throws(CodecError) {
        credential = try v.opaque(.uint16) { $0.credential }
        certificate = try v.opaque(.uint16) { $0.certificate }
    }

    init(credential: Credential, certificate: LineCertificate) {
        self.credential = credential.encoded
        self.certificate = certificate.encoded
    }
}
