import Identity
import Relay
import RelayProtocol
import RelayStore
import Testing

/// Accounts, names, devices and key packages.
struct DirectoryTests {
    private let suite = CipherSuiteNumber(rawValue: 1)

    @Test func namesBelongToOneAccountEach() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        let (ann, bob) = (try AtName("ann"), try AtName("bob"))
        let (first, second) = try store.write { transaction throws(StorageError) in
            let first = try transaction.insertAccount(Make.identity(1))
            let second = try transaction.insertAccount(Make.identity(2))
            try transaction.giveName(ann, to: first)
            return (first, second)
        }
        for (name, account) in [(ann, second), (ann, first), (bob, first)] {
            #expect(throws: StorageError.conflict) {
                try store.write { transaction throws(StorageError) in try transaction.giveName(name, to: account) }
            }
        }
        try store.write { transaction throws(StorageError) in
            #expect(try transaction.account(Make.identity(1))?.name == ann)
            #expect(try transaction.name(ann) == NameRecord(holder: Make.identity(1), releasedAt: nil))
            try transaction.releaseName(of: first, at: Make.time(9))
            #expect(try transaction.account(Make.identity(1))?.name == nil)
            #expect(try transaction.name(ann)?.releasedAt == Make.time(9))
            try transaction.giveName(bob, to: first)
            try transaction.giveName(ann, to: second)
            #expect(try transaction.name(ann) == NameRecord(holder: Make.identity(2), releasedAt: nil))
            #expect(try transaction.account(Make.identity(3)) == nil)
            #expect(try transaction.name(AtName(known: "nobody")) == nil)
        }
        store.close()
    }

    @Test func keepsADeviceAsItsOwnerShowsIt() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        let token = InboxToken([UInt8](repeating: 3, count: 16))
        try store.write { transaction throws(StorageError) in
            let account = try transaction.insertAccount(Make.identity(1))
            for serial in [UInt64(1), .max] {
                try transaction.keepDevice(
                    Make.device(7), account: account, credential: CredentialBytes([UInt8(truncatingIfNeeded: serial)]),
                    credentialSerial: DeviceSerial(serial), lineSerial: DeviceSerial(serial))
                if serial == 1, let device = try transaction.device(Make.device(7)) {
                    try transaction.setInboxToken(token, of: device.row)
                }
            }
            let device = try transaction.device(Make.device(7))
            #expect(device?.credential.bytes == [255])
            #expect(device?.credentialSerial == DeviceSerial(.max))
            #expect(device?.lineSerial == DeviceSerial(.max))
            #expect(device?.inboxToken == token)
            #expect(try transaction.devices(of: account) == [device].compactMap(\.self))
            if let device { try transaction.setInboxToken(nil, of: device.row) }
            #expect(try transaction.device(Make.device(7))?.inboxToken == nil)
        }
        #expect(throws: StorageError.conflict) {
            try store.write { transaction throws(StorageError) in
                try transaction.setInboxToken(token, of: DeviceRow(rawValue: 99))
            }
        }
        #expect(try store.deviceSerials() == [Make.device(7): DeviceSerial(.max)])
        store.close()
    }

    @Test func handsEachKeyPackageOutOnceButTheLast() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        let packages = (0..<3).map { KeyPackageBytes([1, UInt8($0)]) }
        let last = KeyPackageBytes([9])
        let device = try publish(packages, lastResort: last, in: store)
        #expect(try count(device, in: store) == (3, true))
        var taken: [KeyPackageBytes?] = []
        for _ in 0..<5 { taken.append(try take(device, in: store)?.keyPackage) }
        #expect(taken == packages.map(Optional.some) + [last, last])
        #expect(try count(device, in: store) == (0, true))
        #expect(try take(device, in: store)?.isLastResort == true)
        store.close()
    }

    @Test func keepsOrdinaryOnesFromWhoAsksTooOften() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        let device = try publish([KeyPackageBytes([1])], lastResort: nil, in: store)
        #expect(try take(device, mayTakeOrdinary: false, in: store) == nil)
        #expect(try take(device, in: store)?.keyPackage == KeyPackageBytes([1]))
        #expect(try take(device, in: store) == nil)
        store.close()
    }

    @Test func replacesKeyPackagesOfOneSuiteAlone() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        let device = try publish([KeyPackageBytes([1])], lastResort: KeyPackageBytes([2]), in: store)
        try store.write { transaction throws(StorageError) in
            try transaction.putKeyPackages(
                [KeyPackageBytes([3])], lastResort: nil, suite: CipherSuiteNumber(rawValue: .max), of: device)
            try transaction.putKeyPackages([KeyPackageBytes([4])], lastResort: nil, suite: suite, of: device)
            #expect(try transaction.suites(of: device) == [suite, CipherSuiteNumber(rawValue: .max)])
        }
        #expect(try count(device, in: store) == (1, false))
        #expect(try take(device, in: store)?.keyPackage == KeyPackageBytes([4]))
        store.close()
    }

    @Test func keepsTheTimeForTheNextRun() throws {
        let folder = try StoreFolder()
        let store = try folder.open()
        #expect(try store.storedTime() == nil)
        try store.write { transaction throws(StorageError) in
            try transaction.setTime(Make.time(77), wallClockSeconds: -5)
        }
        store.close()
        let again = try folder.open()
        let stored = try #require(try again.storedTime())
        #expect(stored == (time: Make.time(77), wallClockSeconds: -5))
        again.close()
    }

    private func publish(
        _ packages: [KeyPackageBytes], lastResort: KeyPackageBytes?, in store: RelayStore
    ) throws -> DeviceRow {
        try store.write { transaction throws(StorageError) in
            let account = try transaction.insertAccount(Make.identity(1))
            try transaction.keepDevice(
                Make.device(1), account: account, credential: CredentialBytes([1]), credentialSerial: DeviceSerial(1),
                lineSerial: DeviceSerial(1))
            guard let device = try transaction.device(Make.device(1)) else { throw .damaged }
            try transaction.putKeyPackages(packages, lastResort: lastResort, suite: suite, of: device.row)
            return device.row
        }
    }

    private func take(
        _ device: DeviceRow, mayTakeOrdinary: Bool = true, in store: RelayStore
    ) throws -> KeyPackageClaim? {
        try store.write { transaction throws(StorageError) in
            try transaction.takeKeyPackage(of: device, suite: suite, mayTakeOrdinary: mayTakeOrdinary)
        }
    }

    private func count(_ device: DeviceRow, in store: RelayStore) throws -> (Int, Bool) {
        let count = try store.read { snapshot throws(StorageError) in
            try snapshot.keyPackageCount(of: device, suite: suite)
        }
        return (count.ordinary, count.hasLastResort)
    }
}

extension AtName {
    /// One that is allowed.
    fileprivate init(known text: String) throws(StorageError) {
        do { self = try AtName(text) } catch { throw .damaged }
    }
}
