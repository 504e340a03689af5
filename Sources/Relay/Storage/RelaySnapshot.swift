package import Identity
package import RelayProtocol

/// What is stored, read consistently: the storage as it was when the snapshot was taken. Every verb blocks.
package protocol RelaySnapshot {
    // Logs
    func log(_ name: LogName) throws(StorageError) -> LogRecord?
    /// In the order of their numbers: the root first.
    func branches(of log: LogRow) throws(StorageError) -> [Branch]
    func branch(_ number: BranchNumber, of log: LogRow) throws(StorageError) -> Branch?
    func epoch(_ number: EntryNumber, of log: LogRow) throws(StorageError) -> EpochRecord?
    /// In order from `from` on, at least one if there is any, else as many as stay within both bounds. Rows that can't
    /// be read are among them, as damaged.
    func entries(
        of log: LogRow, from: EntryNumber, countMax: Int, bytesMax: Int
    ) throws(StorageError) -> [StoredEntry]
    /// Without reading what it holds. Nothing for a number that isn't there, or of which not even that is left.
    func place(of number: EntryNumber, in log: LogRow) throws(StorageError) -> EntryPlace?
    /// What a room stores, by whom, in ``NewEntry/chargedBytes``.
    func usage(of log: LogRow) throws(StorageError) -> [AccountRow: Int]
    /// A transaction's own items are among it.
    func inboxUsage(of log: LogRow) throws(StorageError) -> InboxUsage
    /// Whether an account has appended a disputing commit for this parent.
    func hasDisputed(_ parent: EntryNumber, of log: LogRow, account: AccountRow) throws(StorageError) -> Bool
    func publicState(of log: LogRow) throws(StorageError) -> StoredPublicState?
    /// The latest, or a former one that is still there.
    func blob(_ hash: BlobHash, of log: LogRow) throws(StorageError) -> (epoch: EntryNumber, blob: [UInt8])?
    func roomCount(createdBy account: AccountRow) throws(StorageError) -> Int

    // Directory
    func account(_ identity: IdentityKey) throws(StorageError) -> AccountRecord?
    func name(_ name: AtName) throws(StorageError) -> NameRecord?
    func device(_ key: DeviceKey) throws(StorageError) -> DeviceRecord?
    func devices(of account: AccountRow) throws(StorageError) -> [DeviceRecord]
    func keyPackageCount(
        of device: DeviceRow, suite: CipherSuiteNumber
    ) throws(StorageError) -> (ordinary: Int, hasLastResort: Bool)
    /// Suites for which a device has any key package.
    func suites(of device: DeviceRow) throws(StorageError) -> [CipherSuiteNumber]
}
