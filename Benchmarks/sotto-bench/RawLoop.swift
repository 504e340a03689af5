import CSodium

/// The floor: nothing but libsodium's calls on one buffer, one nonce and one key.
final class RawLoop: RecordLoop {
    private let layout: RecordLayout
    private let buffer: UnsafeMutablePointer<UInt8>
    private let nonce = UnsafeMutableRawPointer.allocate(byteCount: 24, alignment: 8)
    private let key = UnsafeMutablePointer<UInt8>.allocate(capacity: 32)
    private var sealedCount: UInt64 = 0
    private var openedCount: UInt64 = 0

    init(_ layout: RecordLayout) {
        self.layout = layout
        buffer = .allocate(capacity: layout.bufferByteCount)
        buffer.initialize(repeating: 0, count: layout.bufferByteCount)
        nonce.initializeMemory(as: UInt8.self, repeating: 0, count: 24)
        randombytes_buf(key, 32)
    }

    deinit {
        buffer.deallocate()
        nonce.deallocate()
        key.deallocate()
    }

    func seal() {
        let (byteCount, npub) = (layout.plaintextByteCount, nonce.assumingMemoryBound(to: UInt8.self))
        var number = sealedCount
        for index in 0..<layout.recordCount {
            nonce.storeBytes(of: number.littleEndian, toByteOffset: 16, as: UInt64.self)
            let text = buffer + layout.start(index)
            _ = crypto_aead_xchacha20poly1305_ietf_encrypt_detached(
                text, text + byteCount, nil, text, UInt64(byteCount), nil, 0, nil, npub, key)
            number += 1
        }
        sealedCount = number
    }

    func open() throws {
        let (byteCount, npub) = (layout.plaintextByteCount, nonce.assumingMemoryBound(to: UInt8.self))
        var number = openedCount
        for index in 0..<layout.recordCount {
            nonce.storeBytes(of: number.littleEndian, toByteOffset: 16, as: UInt64.self)
            let text = buffer + layout.start(index)
            let result = crypto_aead_xchacha20poly1305_ietf_decrypt_detached(
                text, nil, text, UInt64(byteCount), text + byteCount, nil, 0, npub, key)
            guard result == 0 else { throw BenchmarkError.doesNotOpen }
            number += 1
        }
        openedCount = number
    }
}
