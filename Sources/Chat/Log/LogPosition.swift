import MLS
package import RelayProtocol
package import TLSCodec

/// An entry of a room's log and what the log is up to it: number(8) ‖ head(32).
///
/// Of the last entry that its sender has seen it stands in the authenticated data of every message, proposal and commit,
/// so that a forked log shows with the first entry that crosses (PROTOCOL.md §4, heads).
package struct LogPosition: TLSStruct, Hashable, Sendable {
    package let number: EntryNumber
    package let head: LogHead

    package init(number: EntryNumber, head: LogHead) { (self.number, self.head) = (number, head) }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        number = try v.nested { $0.number }
        head = try v.nested { $0.head }
    }
}

extension LogPosition {
    /// As it stands in the authenticated data of what is sent.
    func authenticatedData() throws(MLSError) -> [UInt8] {
        do throws(CodecError) { return try encoded() } catch { throw .malformed(error) }
    }
}
