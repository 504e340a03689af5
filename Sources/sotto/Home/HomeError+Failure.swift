extension Failure {
    /// What a person is told of a home that couldn't be used. The only place where a ``HomeError`` gets words.
    init(_ error: HomeError) {
        switch error {
        case .noPlace:
            self.init(.failed, "Nothing says where to keep your keys: HOME isn't set.", mend: Self.giveFolder)
        case .unusablePath:
            self.init(.wrongUsage, "The path of the home is empty or can't be a path.", mend: Self.giveFolder)
        case .inUse(let path, let owner):
            let who = owner.map { "process \($0.value)" } ?? "another process"
            self.init(
                .inUse, "\(path) is in use by \(who).",
                mend: "End it first\(owner.map { " (kill \($0.value))" } ?? ""), or use another home: --home DIR")
        case .damaged(let path):
            self.init(.damaged, "\(path) is damaged; nothing was changed.", mend: Self.restoring(path))
        case .lost(let path):
            self.init(
                .damaged, "\(path) is gone, and others there depend on it; nothing was changed.",
                mend: Self.restoring(path))
        case .wrongKind(let path):
            self.init(
                .failed, "\(path) isn't what belongs there: a symbolic link, a folder or a device.",
                mend: "Look at it, and move it away:  mv \(Shell.quoted(path)) \(Shell.quoted(path + ".moved"))")
        case .notOurs(let path):
            self.init(
                .failed, "\(path) belongs to another user of this machine.",
                mend: "Run as that user, or use another home: --home DIR")
        case .openToOthers(let path):
            self.init(
                .failed, "Other users of this machine may put files in the place of yours in \(path).",
                mend: "Forbid it:  chmod go-w \(Shell.quoted(path))  or use another home: --home DIR")
        case .unreadable(let path, let reason):
            self.init(.failed, "\(path) can't be read: \(reason.text).", mend: Self.afterRefusal(reason, path))
        case .unwritable(let path, let reason):
            self.init(.failed, "\(path) can't be written: \(reason.text).", mend: Self.afterRefusal(reason, path))
        case .ofNewerVersion(let path):
            self.init(
                .failed, "\(path) was written by a newer version of sotto; nothing was changed.",
                mend: "Run that version, or use another home: --home DIR")
        case .unopened(let path):
            self.init(
                .failed, "\(path) can't be opened.",
                mend: "Make room on that disk, and look at who may write there, or use another home: --home DIR")
        case .pinnedToAnotherKey:
            self.init(
                .keyChanged, "This address is known with another key; what is known stays.",
                mend: "Ask whoever runs the relay for its fingerprint, and compare:  sotto verify HOST FINGERPRINT")
        case .tooManyPins:
            self.init(
                .refused, "This home knows \(HomeLimits.pinCountMax) relays already, and takes no more.",
                mend: "Use another home: --home DIR")
        case .needsPassphrase(let path):
            self.init(
                .damaged, "\(path) is under a passphrase, and nobody can be asked for it.",
                mend: "Give the file that holds it: --passphrase-file FILE")
        case .wontOpen(let path):
            self.init(
                .damaged, "\(path) doesn't open: the passphrase is wrong, or the file is damaged. Nothing was changed.",
                mend: "Try again, or put the file back from a backup.")
        case .badPassphrase:
            self.init(
                .wrongUsage, "That can't be a passphrase.",
                mend: "It is one line of 1 to \(HomeLimits.passphraseByteCountMax) bytes.")
        case .outOfMemory:
            self.init(
                .failed, "There isn't enough memory for the passphrase: it takes 256 MiB for a moment.",
                mend: "End other programs, and try again.")
        }
    }

    private static let giveFolder = "Give a folder: --home DIR"

    /// A backup is the only cure; the other way out is a new start, and it says what that costs.
    private static func restoring(_ path: String) -> String {
        let (folder, name) = split(path)
        switch name {
        case HomeFile.relayKey:
            return "Put it back from a backup. Or start anew as another relay, which has no rooms yet, and whose key "
                + "every client will refuse as changed:  " + moving(folder)
        case HomeFile.pins:
            return "Put it back from a backup. Or forget all relays, and compare fingerprints anew:  " + moving(path)
        case _ where name.hasPrefix(HomeFile.roomsBeginning):
            return "Put it back from a backup. Or start without the rooms of that relay, and be invited anew:  "
                + moving(path)
        case HomeFile.storeKey:
            return
                "Put it back from a backup: nothing else opens what lies there. Or start anew as somebody whom nobody "
                + "knows yet:  " + moving(folder)
        default:
            return "Put it back from a backup. Or start anew as somebody whom nobody knows yet:  " + moving(folder)
        }
    }

    private static func afterRefusal(_ reason: ErrorNumber, _ path: String) -> String {
        switch reason {
        case .full, .overQuota, .tooLarge: "Make room on that disk, or use another home: --home DIR"
        case .notPermitted, .noAccess:
            "Look at who may:  ls -ld \(Shell.quoted(split(path).folder))  or use another home: --home DIR"
        default: "Use another home: --home DIR"
        }
    }

    private static func moving(_ path: String) -> String {
        "mv \(Shell.quoted(path)) \(Shell.quoted(path + ".damaged"))"
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return (".", path) }
        return (slash == path.startIndex ? "/" : String(path[..<slash]), String(path[path.index(after: slash)...]))
    }
}
