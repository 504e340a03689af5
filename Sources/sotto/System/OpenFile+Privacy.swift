extension OpenFile {
    /// Takes away what others may do with a file of ours.
    ///
    /// - Returns: the mode it had, if others could do anything.
    /// - Throws: ``FileError/notOurs`` if another user owns it.
    func closeToOthers(_ mode: FileMode) throws(FileError) -> FileMode? {
        do throws(ErrorNumber) {
            let status = try status()
            if status.isOurs {
                guard status.mode.isOpenToOthers else { return nil }
                try setMode(mode)
                return status.mode
            }
        } catch {
            throw FileError(error)
        }
        throw .notOurs
    }
}
