package import RelayProtocol
package import TLSCodec

/// What became of one entry of a room's log.
package struct TimelineRow: TLSStruct, Hashable, Sendable {
    /// What the log is up to it.
    package let head: LogHead
    /// When it came here, in seconds since 1970, UTC: to be shown, for nothing else.
    package let seenAtSeconds: UInt64
    package var event: TimelineEvent

    init(head: LogHead, seenAtSeconds: UInt64, event: TimelineEvent) {
        (self.head, self.seenAtSeconds, self.event) = (head, seenAtSeconds, event)
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        guard try v.uint16({ _ in 1 }) == 1 else { throw .invalidValue }
        head = try v.nested { $0.head }
        seenAtSeconds = try v.uint64 { $0.seenAtSeconds }
        event = try v.nested { $0.event }
    }
}
