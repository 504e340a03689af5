import Identity
import Relay
import RelayProtocol

extension MemoryTransaction {
    // Reading
    func account(_ identity: IdentityKey) throws(StorageError) -> AccountRecord? {
        try willRead()
        return tables.accountRows[identity].flatMap { tables.accounts[$0] }
    }

    func name(_ name: AtName) throws(StorageError) -> NameRecord? {
        try willRead()
        return tables.names[name]
    }

    func device(_ key: DeviceKey) throws(StorageError) -> DeviceRecord? {
        try willRead()
        return tables.devices[key]
    }

    func devices(of account: AccountRow) throws(StorageError) -> [DeviceRecord] {
        try willRead()
        return tables.devices.values.filter { $0.account == account }.sorted { $0.row.rawValue < $1.row.rawValue }
    }

    func keyPackageCount(
        of device: DeviceRow, suite: CipherSuiteNumber
    ) throws(StorageError) -> (ordinary: Int, hasLastResort: Bool) {
        try willRead()
        let shelf = tables.shelves[device]?[suite]
        return (shelf?.ordinary.count ?? 0, shelf?.lastResort != nil)
    }

    func suites(of device: DeviceRow) throws(StorageError) -> [CipherSuiteNumber] {
        try willRead()
        return (tables.shelves[device] ?? [:])
            .filter { !$0.value.ordinary.isEmpty || $0.value.lastResort != nil }
            .keys.sorted { $0.rawValue < $1.rawValue }
    }

    // Changing
    func insertAccount(_ identity: IdentityKey) throws(StorageError) -> AccountRow {
        guard tables.accountRows[identity] == nil else { throw .conflict }
        let row = AccountRow(rawValue: tables.nextRow())
        try willChange { [tables] in
            tables.accountRows[identity] = nil
            tables.accounts[row] = nil
        }
        tables.accountRows[identity] = row
        tables.accounts[row] = AccountRecord(row: row, identity: identity, name: nil)
        return row
    }

    func keepDevice(
        _ key: DeviceKey, account: AccountRow, credential: CredentialBytes, credentialSerial: DeviceSerial,
        lineSerial: DeviceSerial
    ) throws(StorageError) {
        let before = tables.devices[key]
        try willChange { [tables] in tables.devices[key] = before }
        tables.devices[key] = DeviceRecord(
            row: before?.row ?? DeviceRow(rawValue: tables.nextRow()), key: key, account: account,
            credential: credential, credentialSerial: credentialSerial, lineSerial: lineSerial,
            inboxToken: before?.inboxToken)
    }

    func setInboxToken(_ token: InboxToken?, of device: DeviceRow) throws(StorageError) {
        guard let before = tables.devices.values.first(where: { $0.row == device }) else { throw .conflict }
        try willChange { [tables] in tables.devices[before.key] = before }
        tables.devices[before.key] = DeviceRecord(
            row: before.row, key: before.key, account: before.account, credential: before.credential,
            credentialSerial: before.credentialSerial, lineSerial: before.lineSerial, inboxToken: token)
    }

    func giveName(_ name: AtName, to account: AccountRow) throws(StorageError) {
        let before = tables.names[name]
        guard let holder = tables.accounts[account], holder.name == nil, before == nil || before?.releasedAt != nil
        else {
            throw .conflict
        }
        try willChange { [tables] in
            tables.names[name] = before
            tables.accounts[account] = holder
        }
        tables.names[name] = NameRecord(holder: holder.identity, releasedAt: nil)
        tables.accounts[account] = AccountRecord(row: account, identity: holder.identity, name: name)
    }

    func releaseName(of account: AccountRow, at time: RelayTime) throws(StorageError) {
        guard let holder = tables.accounts[account], let name = holder.name else { return }
        let before = tables.names[name]
        try willChange { [tables] in
            tables.names[name] = before
            tables.accounts[account] = holder
        }
        tables.names[name] = NameRecord(holder: holder.identity, releasedAt: time)
        tables.accounts[account] = AccountRecord(row: account, identity: holder.identity, name: nil)
    }

    func putKeyPackages(
        _ packages: [KeyPackageBytes], lastResort: KeyPackageBytes?, suite: CipherSuiteNumber, of device: DeviceRow
    ) throws(StorageError) {
        let shelf = MemoryShelf(ordinary: packages, lastResort: lastResort)
        try putShelf(packages.isEmpty && lastResort == nil ? nil : shelf, suite, device)
    }

    func takeKeyPackage(
        of device: DeviceRow, suite: CipherSuiteNumber, mayTakeOrdinary: Bool
    ) throws(StorageError) -> KeyPackageClaim? {
        guard var shelf = tables.shelves[device]?[suite] else { return nil }
        if mayTakeOrdinary, !shelf.ordinary.isEmpty {
            let taken = shelf.ordinary.removeFirst()
            try putShelf(shelf.ordinary.isEmpty && shelf.lastResort == nil ? nil : shelf, suite, device)
            return KeyPackageClaim(suite: suite, isLastResort: false, keyPackage: taken)
        }
        return shelf.lastResort.map { KeyPackageClaim(suite: suite, isLastResort: true, keyPackage: $0) }
    }

    private func putShelf(
        _ shelf: MemoryShelf?, _ suite: CipherSuiteNumber, _ device: DeviceRow
    ) throws(StorageError) {
        let before = tables.shelves[device]
        try willChange { [tables] in tables.shelves[device] = before }
        tables.shelves[device, default: [:]][suite] = shelf
    }
}
