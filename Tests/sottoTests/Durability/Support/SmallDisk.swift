import Foundation
import Testing

/// A disk of 4 MiB in memory, which only those see who are started on it. It goes with the value.
final class SmallDisk {
    static let byteCount = 4 << 20

    /// Where it lies for who is started on it.
    let path: String
    private let holder = Process()
    private let input = Pipe()

    static let isMissing = (try? SmallDisk(at: NSTemporaryDirectory())) == nil

    struct CannotBeHad: Error {}

    /// - Parameter path: a folder, over which it lies.
    init(at path: String) throws {
        self.path = path
        let output = Pipe()
        holder.executableURL = URL(fileURLWithPath: "/bin/sh")
        let mount = "mount -t tmpfs -o size=\(Self.byteCount),mode=700 tmpfs \"$0\""
        // Ends with this process, at the latest: its input ends then.
        let stay = "echo ready && exec cat >/dev/null"
        holder.arguments = ["-c", "exec unshare -rm sh -c '\(mount) && \(stay)' '\(path)' 2>/dev/null"]
        holder.standardInput = input
        holder.standardOutput = output
        try holder.run()
        guard output.fileHandleForReading.availableData == Data("ready\n".utf8) else {
            try? input.fileHandleForWriting.close()
            throw CannotBeHad()
        }
    }

    deinit {
        try? input.fileHandleForWriting.close()
        if holder.isRunning { holder.waitUntilExit() }
    }

    /// For `/bin/sh`, in place of the program that it would start.
    var command: String {
        "exec nsenter --target \(holder.processIdentifier) --user --mount --preserve-credentials \"$0\" \"$@\""
    }

    /// Writes a file of so many bytes there.
    func write(_ name: String, byteCount: Int) throws {
        try Data(repeating: 0x42, count: byteCount).write(to: URL(fileURLWithPath: seen(name)))
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: seen(name)) }

    func byteCount(of name: String) -> Int {
        ((try? FileManager.default.attributesOfItem(atPath: seen(name)))?[.size] as? NSNumber)?.intValue ?? 0
    }

    /// Where a file of the disk lies for who isn't started on it.
    private func seen(_ name: String) -> String { "/proc/\(holder.processIdentifier)/root\(path)/\(name)" }
}
