package import Identity
import Relay
import RelayProtocol

extension RelayModel {
    mutating func keepDevice(
        _ who: Requester, _ credential: CredentialBytes, _ serial: DeviceSerial, _ lineSerial: DeviceSerial
    ) -> RelayAnswer {
        if let there = devices[who.device] {
            guard there.owner == who.identity, lineSerial >= there.lineSerial else { return .refused(.notAllowed) }
            if serial > there.credentialSerial { devices[who.device]?.credential = credential }
            devices[who.device]?.credentialSerial = max(serial, there.credentialSerial)
            devices[who.device]?.lineSerial = lineSerial
            return .done(Done())
        }
        guard !isDiskFull, devices.values.count(where: { $0.owner == who.identity }) < 16 else {
            return .refused(.overQuota)
        }
        accounts.insert(who.identity)
        deviceCount += 1
        devices[who.device] = Device(
            owner: who.identity, credential: credential, credentialSerial: serial, lineSerial: lineSerial,
            order: deviceCount)
        return .done(Done())
    }

    package func nameBorne(by identity: IdentityKey) -> AtName? {
        names.first { $0.value.holder == identity && $0.value.releasedAt == nil }?.key
    }

    mutating func claim(_ name: AtName, _ who: Requester, _ moment: Moment) -> RelayAnswer {
        let former = nameBorne(by: who.identity)
        guard former != name else { return .done(Done()) }
        if let there = names[name], there.holder != who.identity {
            guard let releasedAt = there.releasedAt, moment.time.seconds >= releasedAt.seconds + 365 * 86_400 else {
                return .refused(.nameTaken)
            }
        }
        guard !isDiskFull else { return .refused(.overQuota) }
        accounts.insert(who.identity)
        if let seconds = wait(.name(who.identity), 10, within: 86_400, moment) {
            return .refused(.tooOften, seconds)
        }
        if let former { names[former]?.releasedAt = moment.time }
        names[name] = (who.identity, nil)
        count(.name(who.identity), moment)
        return .done(Done())
    }

    mutating func publish(_ published: PublishKeyPackages, _ who: Requester) -> RelayAnswer {
        guard let device = devices[who.device] else { return .refused(.unknown) }
        let shelf = Shelf(ordinary: published.packages, lastResort: published.lastResort)
        guard shelf != Shelf(ordinary: [], lastResort: nil) else {
            devices[who.device]?.shelves[published.suite] = nil
            return .done(Done())
        }
        let isKnown = device.shelves[published.suite] != nil
        guard !isDiskFull, isKnown || device.shelves.count < 4 else { return .refused(.overQuota) }
        devices[who.device]?.shelves[published.suite] = shelf
        return .done(Done())
    }

    mutating func claim(_ claim: ClaimKeyPackages, _ who: Requester, _ moment: Moment) -> RelayAnswer {
        guard accounts.contains(claim.identity) else { return .refused(.unknown) }
        let pair = Counted.claim(who.identity, claim.identity)
        let isOften = wait(pair, 5, moment) != nil || wait(.claims(claim.identity), 50, moment) != nil
        var packages: [ClaimedKeyPackage] = []
        for (key, device) in devices.sorted(by: { $0.value.order < $1.value.order })
        where device.owner == claim.identity {
            for suite in claim.suites {
                guard var shelf = device.shelves[suite] else { continue }
                let takesOrdinary = !isOften && !shelf.ordinary.isEmpty
                guard let package = takesOrdinary ? shelf.ordinary.removeFirst() : shelf.lastResort else { continue }
                devices[key]?.shelves[suite] = shelf == Shelf(ordinary: [], lastResort: nil) ? nil : shelf
                packages.append(
                    ClaimedKeyPackage(
                        device: key, suite: suite, isLastResort: !takesOrdinary, keyPackage: package))
                break
            }
        }
        if packages.contains(where: { !$0.isLastResort }) {
            count(pair, moment)
            count(.claims(claim.identity), moment)
        }
        return .claimed(Claimed(packages: packages))
    }

    mutating func deliver(_ delivery: Deliver, _ who: Requester, _ moment: Moment) -> RelayAnswer {
        guard let device = devices[delivery.device] else { return .refused(.unknown) }
        var inbox = inboxes[delivery.device] ?? Inbox()
        if inbox.items.contains(where: { $0.item == delivery.item }) { return .done(Done()) }
        let isTrusted = delivery.token != nil && delivery.token == device.token
        let alike = inbox.items.filter { $0.isTrusted == isTrusted }
        let byteCount = alike.reduce(delivery.item.count) { $0 + $1.item.count }
        guard !isDiskFull, alike.count < limits.inboxItemsMax / 2, byteCount <= limits.inboxBytesMax / 2 else {
            return .refused(.overQuota)
        }
        accounts.insert(who.identity)
        inbox.last += 1
        inbox.items.append(
            Inbox.Item(number: inbox.last, item: delivery.item, isTrusted: isTrusted, time: moment.time))
        inboxes[delivery.device] = inbox
        return .done(Done())
    }
}
