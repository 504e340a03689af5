package import TLSCodec

/// A message, perhaps an answer to another.
package struct TextBody: TLSStruct, Hashable, Sendable {
    package let text: MessageText
    package let replyTo: MessageName?

    package init(text: MessageText, replyTo: MessageName? = nil) { (self.text, self.replyTo) = (text, replyTo) }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        text = try v.nested { $0.text }
        replyTo = try v.optional { $0.replyTo }
    }
}
