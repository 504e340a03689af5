import Noise

/// The two ciphers that a handshake leaves behind.
struct LineTransport: ~Copyable {
    let sending: RecordCipher
    let receiving: RecordCipher
    /// Names this session, for signatures that must not be replayed in another.
    let handshakeHash: [UInt8]

    init(_ transport: consuming Transport) {
        handshakeHash = transport.handshakeHash
        sending = RecordCipher(transport.sending)
        receiving = RecordCipher(transport.receiving)
    }
}
