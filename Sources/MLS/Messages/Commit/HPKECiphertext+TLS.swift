public import HPKE
public import TLSCodec

/// RFC 9420 §7.6.
extension HPKECiphertext: TLSStruct {
    public init(fields v: inout some Visitor<Self>) throws(CodecError) {
        let encapsulation = try v.opaque(.variable) { $0.encapsulation }
        let ciphertext = try v.opaque(.variable) { $0.ciphertext }
        self.init(encapsulation: encapsulation, ciphertext: ciphertext)
    }
}
