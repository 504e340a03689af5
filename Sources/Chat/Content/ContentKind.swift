import TLSCodec

/// What a content is. Not an enumeration, for newer clients have more of them: those are kept and shown as such.
package struct ContentKind: Hashable, Sendable, TLSNumber {
    package let rawValue: UInt16

    package init(rawValue: UInt16) { self.rawValue = rawValue }

    package static let text = ContentKind(rawValue: 1)
    package static let edit = ContentKind(rawValue: 2)
    package static let delete = ContentKind(rawValue: 3)
    package static let reaction = ContentKind(rawValue: 4)
    package static let receipt = ContentKind(rawValue: 5)
    package static let contactToken = ContentKind(rawValue: 6)
}
