package import Identity

/// Who asks: proven by the line's handshake.
package struct Requester: Hashable, Sendable {
    package let identity: IdentityKey
    package let device: DeviceKey

    package init(identity: IdentityKey, device: DeviceKey) {
        self.identity = identity
        self.device = device
    }
}
