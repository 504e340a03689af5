/// What a client keeps, and the one way to change it: whole transactions. A transaction that throws has changed nothing,
/// and one that has returned survives a kill.
package protocol ChatStorage: Sendable {
    func transaction<Result>(
        _ body: (any ChatTransaction) throws(ChatStorageError) -> Result
    ) throws(ChatStorageError) -> Result
}
