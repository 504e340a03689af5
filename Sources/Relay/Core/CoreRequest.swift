package import Identity
package import RelayProtocol

/// What changes something, and so goes through the one core, in order.
package struct CoreRequest: Sendable {
    package enum Ask: Sendable {
        /// A device has logged in with a credential or certificate that is newer than what is stored.
        case keepDevice(CredentialBytes, credentialSerial: DeviceSerial, lineSerial: DeviceSerial)
        case claimName(AtName)
        case releaseName
        case publishKeyPackages(PublishKeyPackages)
        case claimKeyPackages(ClaimKeyPackages)
        case deliver(Deliver)
        case setInboxToken(InboxToken?)
        case acknowledgeInbox(upTo: EntryNumber)
        case append(Append, Access)
        case putPublicState(PutPublicState, Access)
    }

    package let requester: Requester
    package let ask: Ask

    package init(requester: Requester, ask: Ask) {
        self.requester = requester
        self.ask = ask
    }

    /// Bytes that it stores if it is done, beyond what any request may cost.
    var storedByteCount: Int {
        switch ask {
        case .append(let append, _): append.entry.body.count + (append.publicState?.blob.count ?? 0)
        case .putPublicState(let put, _): put.publicState.blob.count
        case .deliver(let delivery): delivery.item.count
        case .publishKeyPackages(let published):
            (published.packages + [published.lastResort].compactMap(\.self)).reduce(0) { $0 + $1.bytes.count }
        case .keepDevice(let credential, _, _): credential.bytes.count
        case .claimName, .releaseName, .claimKeyPackages, .setInboxToken, .acknowledgeInbox: 0
        }
    }
}
