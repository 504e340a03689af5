package import Identity
package import RelayProtocol

/// One transaction: sees its own changes. What throws has changed nothing by itself; what came before it in the same
/// transaction stands, unless the transaction as a whole is given up.
package protocol RelayTransaction: RelaySnapshot {
    // Logs
    /// - Throws: ``StorageError/conflict`` if there is one of this name.
    func createLog(_ name: LogName, owner: AccountRow, head: LogHead) throws(StorageError) -> LogRow
    /// The entry of this name, if it stands in the log behind `parent`, as it must: its name covers its parent. Items
    /// have none.
    func repeated(
        _ hash: EntryHash, in log: LogRow, after parent: EntryNumber
    ) throws(StorageError) -> (number: EntryNumber, head: LogHead)?
    /// Adds an entry behind the last. The log's own record is written by ``update(_:from:usage:)``.
    ///
    /// - Throws: ``StorageError/conflict`` if its number or hash is taken.
    func append(_ entry: NewEntry, to log: LogRow) throws(StorageError)
    func insert(_ branch: Branch, number: BranchNumber, into log: LogRow) throws(StorageError)
    func insert(_ epoch: EpochRecord, into log: LogRow) throws(StorageError)
    func setSuccessor(of epoch: EntryNumber, to commit: EntryNumber, in log: LogRow) throws(StorageError)
    func noteDispute(_ parent: EntryNumber, of log: LogRow, account: AccountRow) throws(StorageError)
    /// Writes what the appends of this transaction have made of a log: `last` and `head` of `record`. `usage`, of a room
    /// alone, is what they added by account; it is added to what stands there, for a sweep may have taken some since
    /// `record` was read.
    ///
    /// - Throws: ``StorageError/conflict`` unless the log still ended with `last`.
    func update(_ record: LogRecord, from last: EntryNumber, usage: [AccountRow: Int]) throws(StorageError)
    /// The former one stays for those who name its hash, until it is swept; as far as together they have more than
    /// `formerBytesMax` bytes, some go at once: ``FormerBlob`` says which.
    func putPublicState(
        _ state: PublicState, hash: BlobHash, epoch: EntryNumber, of log: LogRow, account: AccountRow,
        formerBytesMax: Int, at time: RelayTime
    ) throws(StorageError)
    /// Deletes an inbox's items up to a number.
    func deleteItems(upTo number: EntryNumber, of log: LogRow) throws(StorageError)

    // Directory
    func insertAccount(_ identity: IdentityKey) throws(StorageError) -> AccountRow
    /// Keeps a device as its owner shows it: inserted, or renewed.
    func keepDevice(
        _ key: DeviceKey, account: AccountRow, credential: CredentialBytes, credentialSerial: DeviceSerial,
        lineSerial: DeviceSerial
    ) throws(StorageError)
    func setInboxToken(_ token: InboxToken?, of device: DeviceRow) throws(StorageError)
    /// Gives `name` to an account that bears none. Nobody bears it; whose it was doesn't matter any more.
    func giveName(_ name: AtName, to account: AccountRow) throws(StorageError)
    func releaseName(of account: AccountRow, at time: RelayTime) throws(StorageError)
    /// Replaces all of this suite.
    func putKeyPackages(
        _ packages: [KeyPackageBytes], lastResort: KeyPackageBytes?, suite: CipherSuiteNumber, of device: DeviceRow
    ) throws(StorageError)
    /// Takes the oldest ordinary one, if `mayTakeOrdinary` and there is any, and deletes it; else the last resort.
    func takeKeyPackage(
        of device: DeviceRow, suite: CipherSuiteNumber, mayTakeOrdinary: Bool
    ) throws(StorageError) -> KeyPackageClaim?

    // Keeping house
    /// At most `rowsMax` rows, and none after the one that passes `bytesMax` bytes.
    func sweep(_ sweep: Sweep, rowsMax: Int, bytesMax: Int) throws(StorageError) -> SweepResult
    /// Where ``RelayTime`` stood, and the wall clock with it, for the next run.
    func setTime(_ time: RelayTime, wallClockSeconds: Int64) throws(StorageError)
}
