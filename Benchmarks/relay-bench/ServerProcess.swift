#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The relay's process as the system sees it. Linux: /proc.
struct ServerProcess {
    let pid: Int

    /// User and system time of all its threads. Ticks of 10 ms.
    var cpuSeconds: (user: Double, system: Double) {
        get throws {
            let text = try read("/proc/\(pid)/stat")
            guard let end = text.lastIndex(of: ")") else { throw BenchmarkError.noSuchProcess }
            let fields = text[text.index(end, offsetBy: 2)...].split(separator: " ")
            guard fields.count > 12, let user = Double(fields[11]), let system = Double(fields[12]) else {
                throw BenchmarkError.noSuchProcess
            }
            return (user / 100, system / 100)
        }
    }

    var residentKilobytes: Int {
        get throws {
            for line in try read("/proc/\(pid)/status").split(separator: "\n") where line.hasPrefix("VmRSS:") {
                if let count = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Int($0) }) {
                    return count
                }
            }
            throw BenchmarkError.noSuchProcess
        }
    }

    private func read(_ path: String) throws -> String {
        guard let file = fopen(path, "r") else { throw BenchmarkError.noSuchProcess }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 8_192)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self)
    }
}
