#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The words that this process was started with, where the system shows them to everybody (`ps`, `/proc/PID/cmdline`).
enum ProcessArguments {
    /// Overwrites those words with `x`, for as long as they are. Whoever looked before has seen them.
    static func wipe(where isSecret: (String) -> Bool) {
        for index in 1..<max(1, Int(CommandLine.argc)) {
            guard let word = unsafe CommandLine.unsafeArgv[index], unsafe isSecret(String(cString: word)) else {
                continue
            }
            let length = unsafe strlen(word)
            unsafe memset(word, Int32(UInt8(ascii: "x")), length)
        }
    }
}
