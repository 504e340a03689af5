package import TLSCodec

/// Another text for a message of one's own.
package struct EditBody: TLSStruct, Hashable, Sendable {
    package let target: MessageID
    package let text: MessageText

    package init(target: MessageID, text: MessageText) { (self.target, self.text) = (target, text) }

    package init(fields v: inout some Visitor<Self>) throws(CodecError) {
        target = try v.nested { $0.target }
        text = try v.nested { $0.text }
    }
}
