package import Identity
import RelayProtocol

/// What a relay decides: one request after the other, each within a transaction of the storage.
///
/// It knows no clock, no socket and no file. What it remembers between requests is a copy of what is stored: after
/// ``forget()`` it reads again. One group of requests is: ``handle(_:in:at:)`` for each, ``finish(in:)``, and when the
/// transaction is durable ``committed()``; if anything throws, the transaction is given up, and then ``forget()``.
package struct RelayCore: Sendable {
    let relay: RelayKey
    let limits: RelayLimits
    /// Nothing may be added to the storage: the disk cap is reached.
    package var isDiskFull = false

    var rooms = LeastRecentlyUsed<RoomID, CachedRoom>()
    var roomPieces = 0
    /// Rooms that this group has looked at.
    var touchedRooms: Set<RoomID> = []
    /// Rooms that store more than they may, and by how many bytes.
    var crowdedRooms: [LogRow: Int] = [:]
    /// Those of this group.
    var newlyCrowdedRooms: [LogRow: Int] = [:]
    var accounts = LeastRecentlyUsed<IdentityKey, AccountRow>()
    /// Accounts that this group has made.
    var newAccounts: [IdentityKey] = []
    /// Inboxes to which this group has added something: as stored, and as they will be.
    var inboxes: [DeviceKey: (stored: EntryNumber, record: LogRecord)] = [:]
    var rates = Rates()
    /// The request at hand has changed something.
    var hasChanged = false

    package init(relay: RelayKey, limits: RelayLimits) {
        self.relay = relay
        self.limits = limits
    }

    /// Decides one request. What it answers holds when the transaction is durable.
    ///
    /// - Throws: what the storage throws. Only a request that reads damaged rows before it has changed anything is
    ///   refused alone; after anything thrown the transaction must be given up.
    package mutating func handle(
        _ request: CoreRequest, in transaction: any RelayTransaction, at moment: Moment
    ) throws(StorageError) -> CoreOutcome {
        hasChanged = false
        do throws(StorageError) {
            return try decide(request, Scene(transaction: transaction, requester: request.requester, moment: moment))
        } catch {
            guard error == .damaged, !hasChanged else { throw error }
            return .refused(.storage)
        }
    }

    private mutating func decide(_ request: CoreRequest, _ scene: Scene) throws(StorageError) -> CoreOutcome {
        switch request.ask {
        case .keepDevice(let credential, let credentialSerial, let lineSerial):
            try keepDevice(credential, credentialSerial, lineSerial, scene)
        case .claimName(let name): try claim(name, scene)
        case .releaseName: try releaseName(scene)
        case .publishKeyPackages(let published): try publish(published, scene)
        case .claimKeyPackages(let claim): try claimKeyPackages(claim, scene)
        case .deliver(let delivery): try deliver(delivery, scene)
        case .setInboxToken(let token): try setInboxToken(token, scene)
        case .acknowledgeInbox(let number): try acknowledgeInbox(upTo: number, scene)
        case .append(let append, let access): try self.append(append, access, scene)
        case .putPublicState(let put, let access): try putPublicState(put, access, scene)
        }
    }
}

/// What every request comes with.
struct Scene {
    let transaction: any RelayTransaction
    let requester: Requester
    let moment: Moment
}
