package import Identity
package import Relay
package import RelayProtocol

/// What a relay must answer, by the simplest code that says it: no caches, no indexes, every rule by looking at
/// everything. It shares no code with the core but the values of the protocol.
package struct RelayModel {
    package struct Device {
        package let owner: IdentityKey
        package var credential: CredentialBytes
        var credentialSerial: DeviceSerial
        var lineSerial: DeviceSerial
        var token: InboxToken?
        package var shelves: [CipherSuiteNumber: Shelf] = [:]
        package var order: Int
    }

    package struct Shelf: Equatable {
        package var ordinary: [KeyPackageBytes]
        package var lastResort: KeyPackageBytes?
    }

    package struct Inbox {
        package struct Item {
            package let number: UInt64
            package let item: [UInt8]
            let isTrusted: Bool
            let time: RelayTime
        }
        package var items: [Item] = []
        package var last: UInt64 = 0
    }

    enum Counted: Hashable {
        case claim(IdentityKey, IdentityKey)
        case claims(IdentityKey)
        case dispute(IdentityKey, RoomID)
        case link(LinkKey, RoomID)
        case publicState(IdentityKey, RoomID)
        case name(IdentityKey)
    }

    let limits: RelayLimits
    package let key: RelayKey
    var isDiskFull = false
    package var rooms: [RoomID: RoomModel] = [:]
    var createdCounts: [IdentityKey: Int] = [:]
    package var accounts: Set<IdentityKey> = []
    package var names: [AtName: (holder: IdentityKey, releasedAt: RelayTime?)] = [:]
    package var devices: [DeviceKey: Device] = [:]
    package var inboxes: [DeviceKey: Inbox] = [:]
    /// Forgotten when the relay starts anew.
    var counted: [Counted: [UInt64]] = [:]
    var deviceCount = 0

    init(limits: RelayLimits, key: RelayKey) { (self.limits, self.key) = (limits, key) }

    /// What the openings of an access are numbers of.
    package mutating func answer(_ request: CoreRequest, at moment: Moment) -> RelayAnswer {
        let who = request.requester
        switch request.ask {
        case .keepDevice(let credential, let serial, let lineSerial):
            return keepDevice(who, credential, serial, lineSerial)
        case .claimName(let name): return claim(name, who, moment)
        case .releaseName:
            for (name, record) in names where record.holder == who.identity && record.releasedAt == nil {
                names[name]?.releasedAt = moment.time
            }
            return .done(Done())
        case .publishKeyPackages(let published): return publish(published, who)
        case .claimKeyPackages(let claim): return self.claim(claim, who, moment)
        case .deliver(let delivery): return deliver(delivery, who, moment)
        case .setInboxToken(let token):
            guard devices[who.device] != nil else { return .refused(.unknown) }
            devices[who.device]?.token = token
            return .done(Done())
        case .acknowledgeInbox(let number):
            inboxes[who.device]?.items.removeAll { $0.number <= number.rawValue }
            return .done(Done())
        case .append(let append, let access): return self.append(append, access, who, moment)
        case .putPublicState(let put, let access): return self.put(put, access, who, moment)
        }
    }

    /// Seconds until something counted may be done again; nothing if it may be now.
    func wait(_ what: Counted, _ countMax: Int, within seconds: UInt64 = 3_600, _ moment: Moment) -> UInt64? {
        let recent = (counted[what] ?? []).filter { moment.time.seconds - $0 < seconds }
        guard recent.count >= countMax, let first = recent.first else { return nil }
        return seconds - (moment.time.seconds - first)
    }

    mutating func count(_ what: Counted, _ moment: Moment) {
        counted[what, default: []].append(moment.time.seconds)
    }
}
