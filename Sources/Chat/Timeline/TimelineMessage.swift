package import TLSCodec

/// A message with all that was said about it since.
package struct TimelineMessage: TLSStruct, Hashable, Sendable {
    package let sender: LeafName
    package var content: MessageContent
    /// Whether it names a head of the log that isn't this client's: the relay or the sender shows another log.
    package let crossesLogs: Bool
    package var isEdited: Bool
    package var isDeleted: Bool
    package var reactions: [Reaction]
    package var receipts: [Receipt]

    init(sender: LeafName, content: MessageContent, crossesLogs: Bool) {
        (self.sender, self.content, self.crossesLogs) = (sender, content, crossesLogs)
        (isEdited, isDeleted, reactions, receipts) = (false, false, [], [])
    }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        sender = try v.nested { $0.sender }
        content = try v.nested { $0.content }
        crossesLogs = try v.flag { $0.crossesLogs }
        isEdited = try v.flag { $0.isEdited }
        isDeleted = try v.flag { $0.isDeleted }
        reactions = try v.vector(.uint32) { $0.reactions }
        receipts = try v.vector(.uint32) { $0.receipts }
    }
}
