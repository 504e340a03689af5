import CSodium

extension MutableSpan where Element: BitwiseCopyable {
    /// Zeroes all of it, and no optimiser takes that away: for working memory of this program's own, and for copies of
    /// secrets that other libraries ask for.
    public mutating func wipe() {
        unsafe withUnsafeMutableBytes { bytes in
            if let base = bytes.baseAddress { unsafe sodium_memzero(base, bytes.count) }
        }
    }
}
