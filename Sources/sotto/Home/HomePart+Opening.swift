extension HomePart {
    /// Opens `name` in `home`, making both where they are missing, and locks it: before anything in it is read.
    ///
    /// What others could do there until now is taken from them, and told to `report`.
    ///
    /// - Throws: ``HomeError/inUse(path:by:)``, or why it can't be opened.
    static func own(
        _ name: String, of home: HomeDirectory, report: (HomeNotice) -> Void
    ) throws(HomeError) -> HomePart {
        let top = try openTop(home, report)
        let path = home.path + "/" + name
        let folder = try openPart(name, in: top, at: path, report)
        let lock = try lock(folder, at: path)
        return HomePart(folder, lock: lock, at: path)
    }

    /// Opens `name` in `home` for reading, beside an owner perhaps, and changes nothing. An owner replaces files
    /// whole, so what is read is always of one piece.
    ///
    /// - Returns: `nil` if there is no such part.
    static func look(_ name: String, in home: HomeDirectory) throws(HomeError) -> HomePart? {
        let path = home.path + "/" + name
        do throws(FileError) {
            let top = try Folder(existing: home.path)
            return HomePart(try Folder(existing: name, in: top), lock: nil, at: path)
        } catch .missing {
            return nil
        } catch {
            throw HomeError(error, at: path, .reading)
        }
    }

    /// A folder of Sotto's alone is closed to others. One with other things in it is its owner's business (somebody
    /// may say `--home ~`, or as root `--home /tmp`), as long as nobody can put another part in the place of ours.
    private static func openTop(_ home: HomeDirectory, _ report: (HomeNotice) -> Void) throws(HomeError) -> Folder {
        do throws(FileError) {
            let top = try Folder(makingMissing: home.path)
            let status = try top.status()
            guard status.isOursOrRoots else { throw .notOurs }
            if status.isOurs, try top.holdsNothing(but: [HomeFile.relayFolder, HomeFile.clientFolder]) {
                if let before = try top.closeToOthers() { report(.closedToOthers(path: home.path, before: before)) }
            } else if status.mode.letsOthersReplace {
                throw .openToOthers
            }
            return top
        } catch {
            throw HomeError(error, at: home.path, .writing)
        }
    }

    private static func openPart(
        _ name: String, in top: borrowing Folder, at path: String, _ report: (HomeNotice) -> Void
    ) throws(HomeError) -> Folder {
        do throws(FileError) {
            let folder = try Folder(makingMissing: name, in: top)
            if let before = try folder.closeToOthers() { report(.closedToOthers(path: path, before: before)) }
            return folder
        } catch {
            throw HomeError(error, at: path, .writing)
        }
    }

    private static func lock(_ folder: borrowing Folder, at path: String) throws(HomeError) -> ExclusiveLock {
        do throws(LockError) {
            return try ExclusiveLock(HomeFile.lock, in: folder)
        } catch {
            throw HomeError(error, of: path)
        }
    }
}
