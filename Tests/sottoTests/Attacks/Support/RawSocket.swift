import Foundation
import NIOCore

#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// A TCP connection without manners: bytes, FINs and resets as a test likes them.
final class RawSocket: @unchecked Sendable {
    private let number: Int32

    /// - Parameters:
    ///   - address: of this end; on Linux all of 127.0.0.0/8 is there to be used.
    ///   - receiveBufferBytes: how little the kernel should take for us.
    init?(to port: Int, from address: String? = nil, receiveBufferBytes: Int32? = nil) {
        #if canImport(Darwin)
            number = socket(AF_INET, SOCK_STREAM, 0)
        #else
            number = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #endif
        guard number >= 0 else { return nil }
        if let receiveBufferBytes { set(SO_RCVBUF, receiveBufferBytes) }
        #if canImport(Darwin)
            set(SO_NOSIGPIPE, 1)
        #endif
        if let address, !name(address, 0, bind) { return nil }
        guard name("127.0.0.1", port, connect) else { return nil }
    }

    deinit { close(number) }

    private func set(_ option: Int32, _ value: Int32) {
        var value = value
        setsockopt(number, SOL_SOCKET, option, &value, socklen_t(MemoryLayout<Int32>.size))
    }

    private func name(
        _ host: String, _ port: Int, _ call: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) -> Bool {
        guard let address = try? SocketAddress(ipAddress: host, port: port) else { return false }
        return address.withSockAddr { pointer, size in call(number, pointer, socklen_t(size)) == 0 }
    }

    /// `false` if the other end has gone.
    @discardableResult
    func send(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            let sent = rest.withUnsafeBytes { transmit(number, $0.baseAddress, $0.count, noSignal) }
            guard sent > 0 else { return false }
            rest = rest.dropFirst(sent)
        }
        return true
    }

    /// What the kernel takes without waiting.
    func sendSome(_ bytes: [UInt8], within seconds: Double) -> Int {
        guard wait(for: Int16(POLLOUT), seconds) else { return 0 }
        return max(0, bytes.withUnsafeBytes { transmit(number, $0.baseAddress, $0.count, noSignal | atOnce) })
    }

    enum Heard: Equatable {
        case bytes([UInt8])
        /// A FIN or a reset.
        case closed
        case silence
    }

    func hear(within seconds: Double, atMost count: Int = 65_536) -> Heard {
        guard wait(for: Int16(POLLIN), seconds) else { return .silence }
        var buffer = [UInt8](repeating: 0, count: count)
        let read = recv(number, &buffer, count, 0)
        return read > 0 ? .bytes(Array(buffer.prefix(read))) : .closed
    }

    /// Exactly `count` bytes, or nil if they don't come.
    func read(_ count: Int, within seconds: Double = 5) -> [UInt8]? {
        var bytes: [UInt8] = []
        while bytes.count < count {
            guard case .bytes(let more) = hear(within: seconds, atMost: count - bytes.count) else { return nil }
            bytes += more
        }
        return bytes
    }

    /// How many bytes came before the other end closed; nil if it didn't.
    func bytesUntilClosed(within seconds: Double) -> Int? {
        let end = Date().addingTimeInterval(seconds)
        var count = 0
        while true {
            switch hear(within: max(0, end.timeIntervalSinceNow)) {
            case .bytes(let bytes): count += bytes.count
            case .closed: return count
            case .silence: return nil
            }
        }
    }

    /// A FIN: this end sends nothing more.
    func endOutput() { shutdown(number, Int32(SHUT_WR)) }

    private func wait(for events: Int16, _ seconds: Double) -> Bool {
        var request = pollfd(fd: number, events: events, revents: 0)
        return poll(&request, 1, Int32(seconds * 1_000)) > 0
    }
}

// `send(2)`, whose name the class has too.
#if canImport(Darwin)
    private let transmit = Darwin.send
    private let (noSignal, atOnce) = (Int32(0), Int32(MSG_DONTWAIT))
#elseif canImport(Musl)
    private let transmit = Musl.send
    private let (noSignal, atOnce) = (Int32(MSG_NOSIGNAL), Int32(MSG_DONTWAIT))
#else
    private let transmit = Glibc.send
    private let (noSignal, atOnce) = (Int32(MSG_NOSIGNAL), Int32(MSG_DONTWAIT))
#endif
