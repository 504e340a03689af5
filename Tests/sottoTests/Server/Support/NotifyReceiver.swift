import Foundation

/// The other end of a service's notifications: a Unix datagram socket with a name.
final class NotifyReceiver {
    private let number: Int32

    /// - Parameter path: in the file system, or `@…` outside it.
    init?(_ path: String) {
        #if canImport(Darwin)
            number = socket(AF_UNIX, SOCK_DGRAM, 0)
        #else
            number = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        #endif
        guard number >= 0 else { return nil }
        var name = Array(path.utf8)
        if name.first == UInt8(ascii: "@") { name[0] = 0 }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let capacity = MemoryLayout.size(ofValue: address.sun_path)
        guard name.count < capacity else { return nil }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let length = socklen_t(MemoryLayout<sockaddr_un>.size - capacity + name.count)
        let status = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(number, $0, length) }
        }
        guard status == 0 else { return nil }
    }

    deinit { if number >= 0 { close(number) } }

    /// The next datagram that is another.
    func receive(but expected: String) -> String? {
        while let text = receive() {
            if text != expected { return text }
        }
        return nil
    }

    /// The next datagram; `nil` if none comes.
    func receive(within seconds: Double = 20) -> String? {
        var request = pollfd(fd: number, events: Int16(POLLIN), revents: 0)
        guard poll(&request, 1, Int32(seconds * 1_000)) > 0 else { return nil }
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = recv(number, &buffer, buffer.count, 0)
        return count >= 0 ? String(decoding: buffer.prefix(count), as: UTF8.self) : nil
    }
}
