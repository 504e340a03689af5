import Identity
import RelayProtocol

extension RelayCore {
    /// The same item again is the same item, as long as it lies there.
    mutating func deliver(_ delivery: Deliver, _ scene: Scene) throws(StorageError) -> CoreOutcome {
        let tx = scene.transaction
        guard let device = try tx.device(delivery.device) else { return .refused(.unknown) }
        let hash = EntryHash(header: [], body: delivery.item)
        let there = try inbox(delivery.device, scene)
        if let there, try tx.repeated(hash, in: there.row, after: .none) != nil { return .done }
        let showedToken = delivery.token != nil && delivery.token == device.inboxToken
        let usage = if let there { try tx.inboxUsage(of: there.row) } else { InboxUsage() }
        guard !isDiskFull,
            InboxRules(limits: limits).allow(delivery.item.count, showedToken: showedToken, in: usage),
            let number = (there?.last ?? .none).next
        else { return .refused(.overQuota) }
        let account = try account(scene)
        hasChanged = true
        var record = if let there { there } else { try createInbox(device, scene) }
        try tx.append(
            NewEntry(
                number: number, hash: hash, head: record.head, parent: .none, branch: .root, kind: nil, header: [],
                body: delivery.item, account: account, showedToken: showedToken, storedAt: scene.moment.time),
            to: record.row)
        inboxes[device.key] = (inboxes[device.key]?.stored ?? record.last, record)
        record.last = number
        inboxes[device.key]?.record = record
        return CoreOutcome(
            .done(Done()),
            publishing: PublishedEntry(
                number: number, hash: hash, parent: .none, branch: .root,
                content: .item(device.key, delivery.item), branches: .root))
    }

    mutating func acknowledgeInbox(
        upTo number: EntryNumber, _ scene: Scene
    ) throws(StorageError) -> CoreOutcome {
        guard let inbox = try inbox(scene.requester.device, scene), number != .none else { return .done }
        hasChanged = true
        try scene.transaction.deleteItems(upTo: min(number, inbox.last), of: inbox.row)
        return .done
    }

    mutating func setInboxToken(_ token: InboxToken?, _ scene: Scene) throws(StorageError) -> CoreOutcome {
        guard let device = try scene.transaction.device(scene.requester.device) else { return .refused(.unknown) }
        guard device.inboxToken != token else { return .done }
        hasChanged = true
        try scene.transaction.setInboxToken(token, of: device.row)
        return .done
    }

    /// As this group has made it.
    private func inbox(_ device: DeviceKey, _ scene: Scene) throws(StorageError) -> LogRecord? {
        if let inbox = inboxes[device] { return inbox.record }
        return try scene.transaction.log(.inbox(device))
    }

    private func createInbox(_ device: DeviceRecord, _ scene: Scene) throws(StorageError) -> LogRecord {
        let row = try scene.transaction.createLog(.inbox(device.key), owner: device.account, head: .ofInboxes)
        return LogRecord(row: row, last: .none, head: .ofInboxes, trimmed: .none, trimmedHead: .ofInboxes)
    }
}

extension LogHead {
    /// Inboxes have no heads: their owner alone reads them, and there is no order to agree on.
    fileprivate static let ofInboxes: LogHead = {
        guard let head = LogHead([UInt8](repeating: 0, count: 32)) else {
            preconditionFailure("32 zeros are 32 bytes long")
        }
        return head
    }()
}
