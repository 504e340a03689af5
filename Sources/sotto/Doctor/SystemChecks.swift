import ChatStore
import Sodium

/// What a home's surroundings have to be.
enum SystemChecks {
    /// Less is told of; at less than an eighth of it, things go wrong soon.
    static let freeBytesMin = 256 << 20
    /// 2026-11-01: no right clock shows an earlier day than that of this program.
    static let earliestSeconds = 1_793_491_200
    /// 2100-01-01.
    static let latestSeconds = 4_102_444_800

    static func program() -> Finding {
        let sqlite = DatabaseVersion.text ?? "unknown"
        return .ok("program", "sotto \(Version.text), libsodium \(SodiumVersion.text), SQLite \(sqlite).")
    }

    static func lockedMemory() -> Finding {
        guard SecretMemory.isLocked else {
            return .warn(
                "memory", "Keys couldn't be locked into memory and may reach a swap file.", mend: "Raise it:  ulimit -l"
            )
        }
        return .ok("memory", "Keys are locked into memory.")
    }

    static func disk(at path: String) -> Finding? {
        guard let free = DiskSpace.free(at: path) else { return nil }
        let words = "\(free >> 20) MiB are free where the home lies."
        if free >= freeBytesMin { return .ok("disk", words) }
        let mend = "Make room on that disk: what has no room isn't lost, but waits."
        return free < freeBytesMin / 8 ? .fail("disk", words, mend: mend) : .warn("disk", words, mend: mend)
    }

    static func clock(_ seconds: Int = SystemClock.millisecondsSince1970 / 1_000) -> Finding {
        let shown = UTCTime(millisecondsSince1970: seconds * 1_000).minutes
        guard (earliestSeconds...latestSeconds).contains(seconds) else {
            return .fail(
                "clock", "This machine's clock shows \(shown), which can't be.",
                mend: "Set it:  timedatectl set-ntp true  (Rooms don't depend on it; times that are shown do.)")
        }
        return .ok("clock", "This machine's clock shows \(shown).")
    }
}
