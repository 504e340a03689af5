/// What a home's folders and files have to be, looked at from outside and left as they are.
struct HomeChecks {
    let home: HomeDirectory

    func findings() -> [Finding] {
        switch PathStatus(home.path) {
        case .nothing:
            return [.ok("home", "Nothing is in \(home.path) yet: the first command that needs keys makes them.")]
        case .hidden(let error):
            return [
                .fail("home", "\(home.path) can't be looked at: \(error.text).", mend: "Use another home: --home DIR")
            ]
        // A person may keep it on another disk.
        case .link, .other: break
        }
        var found = [Finding.ok("home", "The home is \(home.path).")]
        for (path, isFolder) in parts() { found += check(path, isFolder: isFolder) }
        return found
    }

    private func parts() -> [(path: String, isFolder: Bool)] {
        var parts: [(String, Bool)] = []
        for (name, folder) in [(HomeFile.clientFolder, home.clientPath), (HomeFile.relayFolder, home.relayPath)] {
            guard let opened = try? Folder(existing: folder), let names = try? opened.names() else {
                if case .nothing = PathStatus(folder) { continue }
                parts.append((home.path + "/" + name, true))
                continue
            }
            parts.append((folder, true))
            parts += names.sorted().map { (folder + "/" + $0, false) }
        }
        return parts
    }

    /// - Returns: none where all is well.
    private func check(_ path: String, isFolder: Bool) -> [Finding] {
        let word = Shell.quoted(path)
        switch PathStatus(path) {
        case .nothing: return []
        case .hidden(let error):
            return [.fail("files", "\(path) can't be looked at: \(error.text).", mend: "Look at it:  ls -ld \(word)")]
        case .link:
            return [
                .fail("files", "\(path) is a symbolic link, and isn't followed.", mend: "Put there what it leads to.")
            ]
        case .other(let status):
            guard status.isOurs else {
                return [.fail("files", "\(path) belongs to another user.", mend: "sudo chown \"$(id -u)\" \(word)")]
            }
            guard isFolder ? status.isFolder : status.isPlainFile else {
                return [
                    .fail(
                        "files", "\(path) isn't what belongs there.",
                        mend: "mv \(word) \(Shell.quoted(path + ".moved"))")
                ]
            }
            guard !status.mode.isOpenToOthers else {
                let mode = isFolder ? "700" : "600"
                return [
                    .warn(
                        "files", "\(path) is open to other users (mode \(status.mode.octal)).",
                        mend: "chmod \(mode) \(word)  (The next command that uses the home does it, too.)")
                ]
            }
            return []
        }
    }
}
