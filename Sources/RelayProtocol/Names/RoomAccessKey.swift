/// The Ed25519 public key that opens a room's log from one entry on. Its secret half is derived by whoever is a member
/// of the epoch that this entry begins.
package struct RoomAccessKey: Noun32 {
    package let octets: Octets32

    package init(_ octets: Octets32) { self.octets = octets }
}
