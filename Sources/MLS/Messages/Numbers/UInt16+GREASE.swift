extension UInt16 {
    /// 0x0A0A, 0x1A1A … 0xEAEA (RFC 9420 §13.5). 0xFAFA lies in the range for private use.
    var isGREASE: Bool {
        let high = self >> 8
        return high & 0x0F == 0x0A && high == self & 0xFF && high != 0xFA
    }
}
