#if canImport(Darwin)
    import Darwin
#elseif canImport(Musl)
    import Musl
#else
    import Glibc
#endif

/// The variables that this process was started with.
enum Environment {
    /// `nil` also for an empty one: the XDG specification, and `NO_COLOR`'s, take both alike.
    static func value(_ name: String) -> String? {
        guard let found = unsafe getenv(name) else { return nil }
        let value = unsafe String(cString: found)
        return value.isEmpty ? nil : value
    }
}
