package import Identity
package import RelayProtocol

extension RelayClient {
    package func claimName(_ name: AtName) async throws(RelayClientError) {
        try await expectDone(.claimName(ClaimName(name: name)))
    }

    package func releaseName() async throws(RelayClientError) { try await expectDone(.releaseName(ReleaseName())) }

    /// The relay's word: verify the credentials.
    package func lookUp(_ target: DirectoryTarget) async throws(RelayClientError) -> Found {
        guard case .found(let found) = try await ask(.lookUp(LookUp(target: target))) else { throw .malformed }
        return found
    }

    /// Replaces this device's key packages for one suite.
    package func publishKeyPackages(_ packages: PublishKeyPackages) async throws(RelayClientError) {
        try await expectDone(.publishKeyPackages(packages))
    }

    package func countKeyPackages(_ suite: CipherSuiteNumber) async throws(RelayClientError) -> KeyPackageCount {
        let answer = try await ask(.countKeyPackages(CountKeyPackages(suite: suite)))
        guard case .keyPackageCount(let count) = answer else { throw .malformed }
        return count
    }

    /// One key package of each device of an identity. What a lost line takes with it isn't asked for again: an answer
    /// may have been on its way.
    package func claimKeyPackages(
        of identity: IdentityKey, suites: [CipherSuiteNumber]
    ) async throws(RelayClientError) -> Claimed {
        let answer = try await ask(.claimKeyPackages(ClaimKeyPackages(identity: identity, suites: suites)))
        guard case .claimed(let claimed) = answer else { throw .malformed }
        return claimed
    }

    /// Puts a Welcome or a note into a device's inbox. The same item again is the same item.
    package func deliver(
        _ item: [UInt8], to device: DeviceKey, token: InboxToken? = nil, persistently: Bool = false
    ) async throws(RelayClientError) {
        let request = Deliver(device: device, token: token, item: item)
        try await expectDone(.deliver(request), persistently: persistently)
    }

    package func setInboxToken(_ token: InboxToken?) async throws(RelayClientError) {
        try await expectDone(.setInboxToken(SetInboxToken(token: token)))
    }

    /// Every item from a number on comes as an event, and goes on doing so.
    package func followInbox(from number: EntryNumber) async throws(RelayClientError) -> Following {
        try await follow(.inbox, from: number)
    }

    /// The relay deletes everything up to `number`.
    package func acknowledgeInbox(upTo number: EntryNumber) async throws(RelayClientError) {
        try await expectDone(.acknowledgeInbox(AcknowledgeInbox(upTo: number)))
    }
}
