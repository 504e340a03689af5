/// What durability and deletion rest on, as SQLite says that it is on the very connection that writes.
package struct WriterSettings: Hashable, Sendable {
    /// 2: a commit returns when the disk has it.
    package let synchronous: Int
    package let journalMode: String
    /// 1: what is deleted is overwritten.
    package let secureDelete: Int
    /// 2: free pages can be given back a few at a time.
    package let autoVacuum: Int

    static let required = WriterSettings(synchronous: 2, journalMode: "wal", secureDelete: 1, autoVacuum: 2)
}
