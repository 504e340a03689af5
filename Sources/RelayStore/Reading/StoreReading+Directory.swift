import GRDB
import Identity
import Relay
import RelayProtocol

extension StoreReading {
    func account(_ identity: IdentityKey) throws(StorageError) -> AccountRecord? {
        try database.first(
            """
            SELECT account.row, name.name FROM account
            LEFT JOIN name ON name.account = account.row AND name.released_at IS NULL WHERE account.identity = ?
            """, [identity.stored]
        ) { columns throws(StorageError) in
            AccountRecord(
                row: AccountRow(rawValue: try columns.integer(0)), identity: identity,
                name: columns.isNull(1) ? nil : try columns.name(1))
        }
    }

    func name(_ name: AtName) throws(StorageError) -> NameRecord? {
        try database.first(
            """
            SELECT account.identity, name.released_at FROM name
            JOIN account ON account.row = name.account WHERE name.name = ?
            """, [name.text]
        ) { columns throws(StorageError) in
            NameRecord(holder: try columns.key(0), releasedAt: columns.isNull(1) ? nil : try columns.time(1))
        }
    }

    func device(_ key: DeviceKey) throws(StorageError) -> DeviceRecord? {
        try database.first(Self.devices + "WHERE key = ?", [key.stored], Self.device)
    }

    func devices(of account: AccountRow) throws(StorageError) -> [DeviceRecord] {
        try database.all(Self.devices + "WHERE account = ? ORDER BY row", [account.rawValue], Self.device)
    }

    func keyPackageCount(
        of device: DeviceRow, suite: CipherSuiteNumber
    ) throws(StorageError) -> (ordinary: Int, hasLastResort: Bool) {
        try database.first(
            """
            SELECT count(*), coalesce(max(last_resort), 0), coalesce(sum(last_resort), 0) FROM key_package
            WHERE device = ? AND suite = ?
            """, [device.rawValue, Int64(suite.rawValue)]
        ) { columns throws(StorageError) in
            (ordinary: try columns.count(0) - columns.count(2), hasLastResort: try columns.count(1) != 0)
        } ?? (ordinary: 0, hasLastResort: false)
    }

    func suites(of device: DeviceRow) throws(StorageError) -> [CipherSuiteNumber] {
        try database.all(
            "SELECT DISTINCT suite FROM key_package WHERE device = ? ORDER BY suite", [device.rawValue]
        ) { columns throws(StorageError) in
            guard let suite = UInt16(exactly: try columns.integer(0)) else { throw .damaged }
            return CipherSuiteNumber(rawValue: suite)
        }
    }

    private static var devices: String {
        "SELECT row, key, account, credential, credential_serial, line_serial, token FROM device "
    }

    private static func device(_ columns: Columns) throws(StorageError) -> DeviceRecord {
        DeviceRecord(
            row: DeviceRow(rawValue: try columns.integer(0)), key: try columns.key(1),
            account: AccountRow(rawValue: try columns.integer(2)), credential: CredentialBytes(try columns.bytes(3)),
            credentialSerial: DeviceSerial(try columns.bits(4)), lineSerial: DeviceSerial(try columns.bits(5)),
            inboxToken: columns.isNull(6) ? nil : try token(columns.bytes(6)))
    }

    private static func token(_ bytes: [UInt8]) throws(StorageError) -> InboxToken {
        guard let token = InboxToken(bytes) else { throw .damaged }
        return token
    }
}
