#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Sends datagrams to a Unix socket that somebody else has made, as `sd_notify(3)` does.
final class NotifySocket: Sendable {
    private let descriptor: Int32
    private let address: sockaddr_un
    private let addressByteCount: socklen_t

    /// - Parameter path: `/…`, or on Linux `@…` for a name that lies in no file system.
    /// - Returns: `nil` for what can't be a socket's name.
    init?(_ path: String) {
        var name = Array(path.utf8)
        guard name.count > 1, !name.contains(0), name.starts(with: "/".utf8) || Self.isAbstract(name) else {
            return nil
        }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let capacity = MemoryLayout.size(ofValue: address.sun_path)
        // A path may need the zero behind it.
        guard name.count < capacity else { return nil }
        if Self.isAbstract(name) { name[0] = 0 }
        unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: name) }
        self.address = address
        addressByteCount = socklen_t(MemoryLayout<sockaddr_un>.size - capacity + name.count)
        descriptor = Self.open()
        guard descriptor >= 0 else { return nil }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// At once, or not at all.
    func send(_ bytes: Span<UInt8>) throws(ErrorNumber) {
        var address = address
        try ErrorNumber.check {
            unsafe withUnsafePointer(to: &address) { pointer in
                unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                    unsafe bytes.withUnsafeBytes { bytes in
                        unsafe sendto(
                            descriptor, bytes.baseAddress, bytes.count, Int32(MSG_DONTWAIT), generic, addressByteCount)
                    }
                }
            }
        }
    }

    private static func isAbstract(_ name: [UInt8]) -> Bool {
        #if os(Linux)
            name.first == UInt8(ascii: "@")
        #else
            false
        #endif
    }

    private static func open() -> Int32 {
        #if canImport(Glibc)
            let opened = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        #else
            let opened = socket(AF_UNIX, SOCK_DGRAM, 0)
        #endif
        if opened >= 0 { _ = fcntl(opened, F_SETFD, FD_CLOEXEC) }
        return opened
    }
}
