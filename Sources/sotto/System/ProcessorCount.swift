import NIOCore

/// Processors that this process may run on.
enum ProcessorCount {
    /// At least 1. Whoever pins a process to some of them, as `taskset` and containers do, means those.
    static var usable: Int {
        let status = try? TextFile.bytes(of: "/proc/self/status", byteCountMax: 16_384)
        let allowed = status.flatMap { Self.allowed(in: String(decoding: $0, as: UTF8.self)) }
        return max(1, min(allowed ?? System.coreCount, System.coreCount))
    }

    /// Linux tells it as a mask in hexadecimal digits: `Cpus_allowed: ff,ffffffff`.
    static func allowed(in status: String) -> Int? {
        let name = "Cpus_allowed:"
        guard let line = status.split(separator: "\n").first(where: { $0.hasPrefix(name) }) else { return nil }
        let count = line.dropFirst(name.count).compactMap(\.hexDigitValue).reduce(0) { $0 + $1.nonzeroBitCount }
        return count > 0 ? count : nil
    }
}
