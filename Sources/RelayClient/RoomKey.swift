package import RelayProtocol

/// How a room is opened, on any line: with the key of an epoch, or of an invite link.
package struct RoomKey: Sendable {
    package enum Name: Hashable, Sendable {
        /// By the creation or commit that began the epoch.
        case epoch(EntryNumber)
        case link(LinkKey)
    }

    /// Signs ``RoomOpening`` for the line whose handshake has this hash. Called on the client's event loop.
    package typealias Signer = @Sendable (_ handshakeHash: [UInt8]) -> [UInt8]

    package let name: Name
    let sign: Signer

    package init(_ name: Name, sign: @escaping Signer) {
        self.name = name
        self.sign = sign
    }

    package func request(for room: RoomID, handshakeHash: [UInt8]) -> RelayRequest {
        let signature = sign(handshakeHash)
        return switch name {
        case .epoch(let number): .openRoom(OpenRoom(room: room, number: number, signature: signature))
        case .link(let link): .openLink(OpenLink(room: room, link: link, signature: signature))
        }
    }
}
