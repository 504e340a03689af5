extension CipherState {
    /// The message of `plaintext`, 16 bytes longer.
    ///
    /// - Throws: as ``seal(inPlace:authenticating:)``.
    public mutating func seal(
        _ plaintext: [UInt8], authenticating associatedData: [UInt8] = []
    ) throws(NoiseError) -> [UInt8] {
        guard plaintext.count <= NoiseLimits.plaintextByteCountMax else { throw .messageTooLong }
        var message = [UInt8](repeating: 0, count: plaintext.count + NoiseLimits.tagByteCount)
        var buffer = message.mutableSpan
        buffer.copy(plaintext.span)
        try seal(inPlace: &buffer, authenticating: associatedData.span)
        return message
    }

    /// The plaintext of `message`.
    ///
    /// - Throws: as ``open(inPlace:authenticating:)``.
    public mutating func open(
        _ message: [UInt8], authenticating associatedData: [UInt8] = []
    ) throws(NoiseError) -> [UInt8] {
        var plaintext = message
        var buffer = plaintext.mutableSpan
        try open(inPlace: &buffer, authenticating: associatedData.span)
        plaintext.removeLast(NoiseLimits.tagByteCount)
        return plaintext
    }
}
