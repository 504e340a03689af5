import Foundation

#if os(Linux)
    /// What lies in a process's memory, as root may look into anybody's.
    enum ProcessMemory {
        /// Everything that it may write: stacks, heaps, data. Nothing where the system doesn't let us.
        static func writable(of number: Int32) -> [[UInt8]] {
            let memory = open("/proc/\(number)/mem", O_RDONLY)
            guard memory >= 0 else { return [] }
            defer { close(memory) }
            return regions(of: number).map { region in
                var bytes = [UInt8](repeating: 0, count: region.count)
                let count = pread(memory, &bytes, bytes.count, off_t(Int(bitPattern: region.lowerBound)))
                return Array(bytes.prefix(max(0, count)))
            }
        }

        static let cannotBeRead = writable(of: getpid()).allSatisfy(\.isEmpty)

        private static func regions(of number: Int32) -> [Range<UInt>] {
            let maps = FileManager.default.contents(atPath: "/proc/\(number)/maps") ?? Data()
            return String(decoding: maps, as: UTF8.self).split(separator: "\n").flatMap { line -> [Range<UInt>] in
                let fields = line.split(separator: " ", omittingEmptySubsequences: true)
                let ends = fields[0].split(separator: "-").compactMap { UInt($0, radix: 16) }
                guard fields[1].hasPrefix("rw"), ends.count == 2, !line.contains("[vvar") else { return [] }
                // What was only reserved reads as nothing, in pieces as well as whole.
                return stride(from: ends[0], to: ends[1], by: 8 << 20).map { $0..<min($0 + 8 << 20, ends[1]) }
            }
        }
    }
#endif
