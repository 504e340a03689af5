import Foundation

/// `strace`, where it is and may look.
enum Strace {
    static let isMissing: Bool = {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", "strace -D -f -yy -o /dev/null /bin/true </dev/null >/dev/null 2>&1"]
        guard (try? process.run()) != nil else { return true }
        process.waitUntilExit()
        return process.terminationStatus != 0
    }()

    /// For `/bin/sh`, in place of the program that it would start: that program stays the shell's process, and the
    /// tracer is its grandchild.
    ///
    /// - Parameter stringBytesMax: how much of what is written stands in the trace.
    static func command(writingTo path: String, stringBytesMax: Int) -> String {
        "exec strace -D -f -yy -s \(stringBytesMax) -o '\(path)' "
            + "-e trace=read,readv,recvfrom,recvmsg,write,writev,sendto,sendmsg,pwrite64,fdatasync,fsync \"$0\" \"$@\""
    }
}
