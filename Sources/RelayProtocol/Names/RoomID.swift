/// A room's log, drawn at random by whoever creates the room: its MLS group id.
package struct RoomID: Noun32 {
    package let octets: Octets32

    package init(_ octets: Octets32) { self.octets = octets }
}
