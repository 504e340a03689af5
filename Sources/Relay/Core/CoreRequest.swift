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
}
