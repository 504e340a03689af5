package import TLSCodec

/// The room is open to this line.
package struct Opened: TLSStruct, Hashable, Sendable {
    /// The log's last entry at this time.
    package let last: EntryNumber
    /// What the log is up to it.
    package let head: LogHead

    package init(last: EntryNumber, head: LogHead) {
        self.last = last
        self.head = head
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        last = try v.nested { $0.last }
        head = try v.nested { $0.head }
    }
}
