import GRDB
import Identity
import Relay
import RelayProtocol

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension StoreTransaction {
    func insertAccount(_ identity: IdentityKey) throws(StorageError) -> AccountRow {
        AccountRow(rawValue: try database.insert("INSERT INTO account(identity) VALUES (?)", [identity.stored]))
    }

    func keepDevice(
        _ key: DeviceKey, account: AccountRow, credential: CredentialBytes, credentialSerial: DeviceSerial,
        lineSerial: DeviceSerial
    ) throws(StorageError) {
        try database.change(
            """
            INSERT INTO device(key, account, credential, credential_serial, line_serial) VALUES (?, ?, ?, ?, ?)
            ON CONFLICT(key) DO UPDATE SET account = excluded.account, credential = excluded.credential,
            credential_serial = excluded.credential_serial, line_serial = excluded.line_serial
            """,
            [
                key.stored, account.rawValue, Data(credential.bytes), credentialSerial.stored, lineSerial.stored,
            ])
    }

    func setInboxToken(_ token: InboxToken?, of device: DeviceRow) throws(StorageError) {
        try database.changeOne(
            "UPDATE device SET token = ? WHERE row = ?", [token.map { Data($0.bytes) }, device.rawValue])
    }

    func giveName(_ name: AtName, to account: AccountRow) throws(StorageError) {
        try database.changeOne(
            """
            INSERT INTO name VALUES (?, ?, NULL)
            ON CONFLICT(name) DO UPDATE SET account = excluded.account, released_at = NULL
            WHERE released_at IS NOT NULL
            """, [name.text, account.rawValue])
    }

    func releaseName(of account: AccountRow, at time: RelayTime) throws(StorageError) {
        try database.change(
            "UPDATE name SET released_at = ? WHERE account = ? AND released_at IS NULL",
            [time.stored, account.rawValue])
    }

    func putKeyPackages(
        _ packages: [KeyPackageBytes], lastResort: KeyPackageBytes?, suite: CipherSuiteNumber, of device: DeviceRow
    ) throws(StorageError) {
        try database.change(
            "DELETE FROM key_package WHERE device = ? AND suite = ?", [device.rawValue, Int64(suite.rawValue)])
        for package in packages {
            try put(package, isLastResort: false, suite, device)
        }
        if let lastResort { try put(lastResort, isLastResort: true, suite, device) }
    }

    private func put(
        _ package: KeyPackageBytes, isLastResort: Bool, _ suite: CipherSuiteNumber, _ device: DeviceRow
    ) throws(StorageError) {
        try database.change(
            "INSERT INTO key_package(device, suite, last_resort, bytes) VALUES (?, ?, ?, ?)",
            [device.rawValue, Int64(suite.rawValue), isLastResort, Data(package.bytes)])
    }

    func takeKeyPackage(
        of device: DeviceRow, suite: CipherSuiteNumber, mayTakeOrdinary: Bool
    ) throws(StorageError) -> KeyPackageClaim? {
        if mayTakeOrdinary, let ordinary = try keyPackage(of: device, suite, isLastResort: false) {
            try database.changeOne("DELETE FROM key_package WHERE row = ?", [ordinary.row])
            return ordinary.claim
        }
        return try keyPackage(of: device, suite, isLastResort: true)?.claim
    }

    private func keyPackage(
        of device: DeviceRow, _ suite: CipherSuiteNumber, isLastResort: Bool
    ) throws(StorageError) -> (row: Int64, claim: KeyPackageClaim)? {
        try database.first(
            """
            SELECT row, bytes FROM key_package WHERE device = ? AND suite = ? AND last_resort = ?
            ORDER BY row LIMIT 1
            """, [device.rawValue, Int64(suite.rawValue), isLastResort]
        ) { columns throws(StorageError) in
            (
                row: try columns.integer(0),
                claim: KeyPackageClaim(
                    suite: suite, isLastResort: isLastResort, keyPackage: KeyPackageBytes(try columns.bytes(1)))
            )
        }
    }

    func setTime(_ time: RelayTime, wallClockSeconds: Int64) throws(StorageError) {
        try database.change(
            "UPDATE relay SET time_seconds = ?, wall_clock_seconds = ?", [time.stored, wallClockSeconds])
    }
}
