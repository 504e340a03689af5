import Identity
import RelayProtocol

extension RelayCore {
    /// A device is one person's for good, and a newer line certificate ends the older ones. Of credentials the newest is
    /// kept.
    mutating func keepDevice(
        _ credential: CredentialBytes, _ credentialSerial: DeviceSerial, _ lineSerial: DeviceSerial, _ scene: Scene
    ) throws(StorageError) -> CoreOutcome {
        let (tx, key, known) = (scene.transaction, scene.requester.device, try knownAccount(scene))
        let there = try tx.device(key)
        if let there {
            guard there.account == known, lineSerial >= there.lineSerial else { return .refused(.notAllowed) }
            guard credentialSerial > there.credentialSerial || lineSerial > there.lineSerial else { return .done }
        } else {
            let count = if let known { try tx.devices(of: known).count } else { 0 }
            guard !isDiskFull, count < RelayLimits.devicesPerAccountMax else { return .refused(.overQuota) }
        }
        let account = try account(scene)
        hasChanged = true
        let isOlder = there.map { credentialSerial <= $0.credentialSerial } ?? false
        try tx.keepDevice(
            key, account: account, credential: isOlder ? there?.credential ?? credential : credential,
            credentialSerial: max(credentialSerial, there?.credentialSerial ?? credentialSerial),
            lineSerial: lineSerial)
        return .done
    }

    /// One name an identity: the former is released by another.
    mutating func claim(_ name: AtName, _ scene: Scene) throws(StorageError) -> CoreOutcome {
        let (tx, identity, now) = (scene.transaction, scene.requester.identity, scene.moment.time)
        let known = try tx.account(identity)
        guard known?.name != name else { return .done }
        guard NameRules.mayBear(try tx.name(name), identity, at: now) else { return .refused(.nameTaken) }
        guard !isDiskFull else { return .refused(.overQuota) }
        let account = try account(scene)
        if let seconds = rates.wait(.nameChange(by: account), at: now) {
            return .refused(.tooOften, detail: seconds)
        }
        hasChanged = true
        if known?.name != nil { try tx.releaseName(of: account, at: now) }
        try tx.giveName(name, to: account)
        rates.note(.nameChange(by: account), at: now)
        return .done
    }

    mutating func releaseName(_ scene: Scene) throws(StorageError) -> CoreOutcome {
        guard let known = try scene.transaction.account(scene.requester.identity), known.name != nil else {
            return .done
        }
        hasChanged = true
        try scene.transaction.releaseName(of: known.row, at: scene.moment.time)
        return .done
    }
}
