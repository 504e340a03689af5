#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// What this process has used so far.
enum ProcessUsage {
    /// User and system time.
    static var processorSeconds: Double {
        var usage = rusage()
        guard unsafe getrusage(ownProcess, &usage) == 0 else { return 0 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    /// Memory that is in RAM now; `nil` where the system has no file that tells.
    static var residentBytes: Int? {
        guard let bytes = try? TextFile.bytes(of: "/proc/self/statm", byteCountMax: 4_096) else { return nil }
        let fields = bytes.split(separator: UInt8(ascii: " "))
        guard fields.count > 1, let pages = Int(String(decoding: fields[1], as: UTF8.self)) else { return nil }
        return pages * Int(getpagesize())
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1_000_000 }

    #if canImport(Glibc)
        private static let ownProcess = RUSAGE_SELF.rawValue
    #else
        private static let ownProcess = RUSAGE_SELF
    #endif
}
