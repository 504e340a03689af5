import GRDB
import Relay
import RelayProtocol

/// What a connection sees within one transaction.
protocol StoreReading: RelaySnapshot {
    var database: Database { get }
    /// The last entry that this transaction has added to a log, of which the log's row doesn't know yet.
    func lastAdded(to log: LogRow) -> EntryNumber
}

/// Lent to whoever reads, for as long as the transaction lasts.
struct StoreSnapshot: StoreReading {
    let database: Database

    func lastAdded(to log: LogRow) -> EntryNumber { .none }
}
