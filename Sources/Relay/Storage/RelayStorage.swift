package import Identity

/// Where a relay keeps what must outlive it.
///
/// One relay process may not be the only writer: whoever builds on what it read says so, and is told of a
/// ``StorageError/conflict``.
package protocol RelayStorage: Sendable {
    /// Runs `body` as one transaction. When this returns, what it changed is on disk; when it throws, nothing has
    /// changed. Blocks: one thread's work.
    func write<Result>(
        _ body: (any RelayTransaction) throws(StorageError) -> Result
    ) throws(StorageError) -> Result

    /// Reads consistently, and sees every write that has returned before. Blocks; from any thread.
    func read<Result>(_ body: (any RelaySnapshot) throws(StorageError) -> Result) throws(StorageError) -> Result

    /// The highest line certificate serials, for admission: of ``SessionLimits/rememberedSerialsMax`` devices, if there
    /// are so many.
    func deviceSerials() throws(StorageError) -> [DeviceKey: DeviceSerial]

    /// Where ``RelayTime`` stood when it was last written, and the wall clock (seconds since 1970) with it.
    func storedTime() throws(StorageError) -> (time: RelayTime, wallClockSeconds: Int64)?

    /// What the files take. Blocks; only on the thread that writes.
    func diskUse() -> DiskUse

    /// Moves what was written to its final place and gives free pages back, a little at a time. Called when there is
    /// time.
    func tidy()

    /// Leaves the mark of a clean stop. Nothing may be written after it.
    func close()
}
