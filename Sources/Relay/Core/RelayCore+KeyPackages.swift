import Identity
import RelayProtocol

extension RelayCore {
    mutating func publish(_ published: PublishKeyPackages, _ scene: Scene) throws(StorageError) -> CoreOutcome {
        let tx = scene.transaction
        guard let device = try tx.device(scene.requester.device) else { return .refused(.unknown) }
        let isClearing = published.packages.isEmpty && published.lastResort == nil
        if !isClearing {
            let suites = try tx.suites(of: device.row)
            guard !isDiskFull,
                suites.contains(published.suite) || suites.count < RelayLimits.suitesPerDeviceMax
            else { return .refused(.overQuota) }
        }
        hasChanged = true
        try tx.putKeyPackages(
            published.packages, lastResort: published.lastResort, suite: published.suite, of: device.row)
        return .done
    }

    /// One of each device. Who claims too often, or of whom is claimed too often, gives out the last resort.
    mutating func claimKeyPackages(_ claim: ClaimKeyPackages, _ scene: Scene) throws(StorageError) -> CoreOutcome {
        let (tx, now) = (scene.transaction, scene.moment.time)
        guard let target = try tx.account(claim.identity)?.row else { return .refused(.unknown) }
        let rated = [Rated.claim(by: scene.requester.identity, of: target), .claims(of: target)]
        let isOften = rated.contains { rates.wait($0, at: now) != nil }
        var offers: [(device: DeviceRecord, suites: [CipherSuiteNumber])] = []
        for device in try tx.devices(of: target) {
            let offered = try tx.suites(of: device.row)
            offers.append((device, claim.suites.filter(offered.contains)))
        }
        var packages: [ClaimedKeyPackage] = []
        for offer in offers {
            guard let taken = try take(of: offer.device, offer.suites, mayTakeOrdinary: !isOften, tx) else { continue }
            packages.append(taken)
            if !taken.isLastResort { hasChanged = true }
        }
        // What takes nothing from anybody doesn't count.
        if packages.contains(where: { !$0.isLastResort }) { for one in rated { rates.note(one, at: now) } }
        return CoreOutcome(.claimed(Claimed(packages: packages)))
    }

    /// Of the suites, the best first, that which the device has.
    private func take(
        of device: DeviceRecord, _ suites: [CipherSuiteNumber], mayTakeOrdinary: Bool, _ tx: any RelayTransaction
    ) throws(StorageError) -> ClaimedKeyPackage? {
        for suite in suites {
            guard let taken = try tx.takeKeyPackage(of: device.row, suite: suite, mayTakeOrdinary: mayTakeOrdinary)
            else { continue }
            return ClaimedKeyPackage(
                device: device.key, suite: taken.suite, isLastResort: taken.isLastResort,
                keyPackage: taken.keyPackage)
        }
        return nil
    }
}
