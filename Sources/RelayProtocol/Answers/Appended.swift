package import TLSCodec

/// The entry is in the log, and on disk.
package struct Appended: TLSStruct, Hashable, Sendable {
    package let number: EntryNumber
    /// What the log is up to this entry.
    package let head: LogHead

    package init(number: EntryNumber, head: LogHead) {
        self.number = number
        self.head = head
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        number = try v.nested { $0.number }
        head = try v.nested { $0.head }
    }
}
