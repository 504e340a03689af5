/// One message as the line carries it: its kind, and the bytes of its body.
package struct RelayMessage: Hashable, Sendable {
    package let kind: UInt8
    package let body: [UInt8]

    package init(kind: UInt8, body: [UInt8]) {
        self.kind = kind
        self.body = body
    }
}
