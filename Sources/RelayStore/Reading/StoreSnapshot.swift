import GRDB
import Relay

/// What a connection sees within one transaction.
protocol StoreReading: RelaySnapshot {
    var database: Database { get }
}

/// Lent to whoever reads, for as long as the transaction lasts.
struct StoreSnapshot: StoreReading {
    let database: Database
}
