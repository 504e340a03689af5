package import NIOCore
package import RelayProtocol

extension ByteBuffer {
    /// The events in a line's bytes, length(4) ‖ kind ‖ body, one after the other; each entry as an event of its own.
    package var relayEvents: [RelayEvent] {
        var (bytes, events) = (self, [RelayEvent]())
        while let length = bytes.readInteger(as: UInt32.self), let kind = bytes.readInteger(as: UInt8.self),
            let body = bytes.readBytes(length: Int(length))
        {
            guard case .event(let event)? = try? RelayMessage(kind: kind, body: body).heard() else { return [] }
            events += event.each
        }
        return events
    }
}
