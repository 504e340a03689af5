package import RelayProtocol

/// A message that was looked for.
package struct SearchHit: Sendable {
    package let room: RoomID
    package let number: EntryNumber
    package let row: TimelineRow
}
