import Identity
import RelayProtocol

extension RelayCore {
    /// Of credential and line serial the higher is kept. A device is one person's for good.
    mutating func keepDevice(
        _ credential: CredentialBytes, _ credentialSerial: DeviceSerial, _ lineSerial: DeviceSerial, _ scene: Scene
    ) throws(StorageError) -> CoreOutcome {
        let (tx, key, known) = (scene.transaction, scene.requester.device, try knownAccount(scene))
        let there = try tx.device(key)
        if let there {
            guard there.account == known else { return .refused(.notAllowed) }
            guard credentialSerial > there.credentialSerial || lineSerial > there.lineSerial else { return .done }
        } else if let known, try tx.devices(of: known).count >= RelayLimits.devicesPerAccountMax {
            return .refused(.overQuota)
        }
        let account = try account(scene)
        hasChanged = true
        let isOlder = there.map { credentialSerial <= $0.credentialSerial } ?? false
        try tx.keepDevice(
            key, account: account, credential: isOlder ? there?.credential ?? credential : credential,
            credentialSerial: max(credentialSerial, there?.credentialSerial ?? credentialSerial),
            lineSerial: max(lineSerial, there?.lineSerial ?? lineSerial))
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
