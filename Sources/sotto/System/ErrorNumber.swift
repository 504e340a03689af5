#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// Why the system refused a call (`errno`).
struct ErrorNumber: Error, Hashable, Sendable {
    let value: Int32

    static let missing = ErrorNumber(value: ENOENT)
    static let exists = ErrorNumber(value: EEXIST)
    static let interrupted = ErrorNumber(value: EINTR)
    static let wouldBlock = ErrorNumber(value: EWOULDBLOCK)
    static let brokenPipe = ErrorNumber(value: EPIPE)
    static let symbolicLink = ErrorNumber(value: ELOOP)
    static let notFolder = ErrorNumber(value: ENOTDIR)
    static let isFolder = ErrorNumber(value: EISDIR)
    static let inputOutput = ErrorNumber(value: EIO)
    static let tooLarge = ErrorNumber(value: EFBIG)
    static let full = ErrorNumber(value: ENOSPC)
    static let overQuota = ErrorNumber(value: EDQUOT)
    static let notPermitted = ErrorNumber(value: EPERM)
    static let noAccess = ErrorNumber(value: EACCES)
    static let addressNotAvailable = ErrorNumber(value: EADDRNOTAVAIL)

    /// The refusal of the call that this thread made last.
    static var last: ErrorNumber { ErrorNumber(value: errno) }

    /// The system's words, such as `Permission denied`.
    var text: String {
        var buffer = [CChar](repeating: 0, count: 256)
        _ = unsafe strerror_r(value, &buffer, buffer.count - 1)
        let bytes = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        return bytes.isEmpty ? "error \(value)" : String(decoding: bytes, as: UTF8.self)
    }

    /// Runs a call until no signal interrupts it.
    ///
    /// - Throws: the refusal of a call that answers −1.
    @discardableResult
    static func check<Number: FixedWidthInteger>(_ call: () -> Number) throws(ErrorNumber) -> Number {
        while true {
            let answer = call()
            if answer != -1 { return answer }
            let refusal = last
            if refusal != .interrupted { throw refusal }
        }
    }
}
