#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A file descriptor that somebody else owns and keeps open while this value is used.
struct DescriptorNumber: Hashable, Sendable {
    let value: Int32

    static let input = DescriptorNumber(value: 0)
    static let output = DescriptorNumber(value: 1)
    static let error = DescriptorNumber(value: 2)

    var isTerminal: Bool { isatty(value) == 1 }

    /// Writes all of `bytes`, waiting where the other end is slow and the descriptor doesn't block.
    ///
    /// - Throws: ``ErrorNumber/brokenPipe`` when nobody reads any more; what else `write(2)` refuses with. Some of
    ///   `bytes` may have been written.
    func write(all bytes: Span<UInt8>) throws(ErrorNumber) {
        var written = 0
        while written < bytes.count {
            do throws(ErrorNumber) {
                let rest = bytes.extracting(written..<bytes.count)
                written += try ErrorNumber.check {
                    unsafe rest.withUnsafeBytes { unsafe Self.systemWrite(value, $0) }
                }
            } catch .wouldBlock {
                try wait(for: Int16(POLLOUT))
            }
        }
    }

    /// Reads once, waiting until something is there: at least 1 and at most `byteCountMax` bytes, none at the end.
    func read(atMost byteCountMax: Int) throws(ErrorNumber) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: byteCountMax)
        var span = buffer.mutableSpan
        let count = try read(into: &span)
        return Array(buffer.prefix(count))
    }

    /// Reads once into `buffer` from `offset` on, waiting until something is there. 0 at the end.
    func read(into buffer: inout MutableSpan<UInt8>, at offset: Int = 0) throws(ErrorNumber) -> Int {
        while true {
            do throws(ErrorNumber) {
                return try ErrorNumber.check {
                    unsafe buffer.withUnsafeMutableBytes { bytes in
                        unsafe Self.systemRead(value, UnsafeMutableRawBufferPointer(rebasing: bytes[offset...]))
                    }
                }
            } catch .wouldBlock {
                try wait(for: Int16(POLLIN))
            }
        }
    }

    private func wait(for events: Int16) throws(ErrorNumber) {
        var request = pollfd(fd: value, events: events, revents: 0)
        try ErrorNumber.check { unsafe poll(&request, 1, -1) }
    }

    private static func systemWrite(_ number: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
        #if canImport(Darwin)
            unsafe Darwin.write(number, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
            unsafe Musl.write(number, bytes.baseAddress, bytes.count)
        #else
            unsafe Glibc.write(number, bytes.baseAddress, bytes.count)
        #endif
    }

    private static func systemRead(_ number: Int32, _ bytes: UnsafeMutableRawBufferPointer) -> Int {
        #if canImport(Darwin)
            unsafe Darwin.read(number, bytes.baseAddress, bytes.count)
        #elseif canImport(Musl)
            unsafe Musl.read(number, bytes.baseAddress, bytes.count)
        #else
            unsafe Glibc.read(number, bytes.baseAddress, bytes.count)
        #endif
    }
}
