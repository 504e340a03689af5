import HPKE

extension HPKEVector {
    func passes() throws -> Bool {
        guard let kem = KEM(rawValue: kemId), let kdf = KDF(rawValue: kdfId), let aead = AEAD(rawValue: aeadId) else {
            return false
        }
        let recipientKey = try KEMSecretKey.derive(kem, from: ikmR.bytes.span)
        guard recipientKey.withBytes({ skRm.equals($0) }), recipientKey.publicKey.bytes == pkRm.bytes,
            try sharedSecret.equals(kem.decapsulate(enc.bytes.span, with: recipientKey))
        else { return false }
        var recipient = try HPKESuite(kem: kem, kdf: kdf, aead: aead).setupRecipient(
            encapsulation: enc.bytes.span, with: recipientKey, info: info.bytes.span, psk: preSharedKey())
        for (number, message) in encryptions.enumerated() {
            guard try message.opens(in: &recipient), nonce(of: number) == message.nonce.bytes,
                try message.opens(aead, key)
            else { return false }
        }
        for export in exports {
            guard try export.isExported(by: recipient), try follows(export, kdf) else { return false }
        }
        return true
    }

    private func preSharedKey() throws -> PSK? {
        guard mode == 1 else { return nil }
        return try PSK((psk ?? VectorBytes([])).secret, id: pskId?.bytes ?? [])
    }

    /// The base nonce, with the message's number in its last bytes (RFC 9180 §5.2).
    private func nonce(of number: Int) -> [UInt8] {
        baseNonce.bytes.indices.map { index in
            let shift = UInt64(8 * (baseNonce.bytes.count - 1 - index))
            return baseNonce.bytes[index] ^ UInt8(truncatingIfNeeded: UInt64(number) >> shift)
        }
    }

    /// Whether a secret follows from the file's exporter secret (RFC 9180 §5.3).
    private func follows(_ export: Export, _ kdf: KDF) throws -> Bool {
        let length = [UInt8(export.byteCount >> 8), UInt8(export.byteCount & 0xFF)]
        let info = length + Array("HPKE-v1".utf8) + suiteId.bytes + Array("sec".utf8) + export.exporterContext.bytes
        return try export.exportedValue.equals(
            kdf.expand(exporterSecret.bytes.span, info: info.span, byteCount: Int(export.byteCount)))
    }
}

extension HPKEVector.Encryption {
    fileprivate func opens(in recipient: inout RecipientContext) throws -> Bool {
        try pt.equals(recipient.open(ct.bytes.span, authenticating: aad.bytes.span))
    }

    fileprivate func opens(_ aead: AEAD, _ key: VectorBytes) throws -> Bool {
        try pt.equals(
            aead.open(ct.bytes.span, key: key.bytes.span, nonce: nonce.bytes.span, authenticating: aad.bytes.span))
    }
}

extension HPKEVector.Export {
    fileprivate func isExported(by recipient: borrowing RecipientContext) throws -> Bool {
        try exportedValue.equals(recipient.export(context: exporterContext.bytes.span, byteCount: Int(byteCount)))
    }
}
