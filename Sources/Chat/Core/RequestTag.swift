/// By which an answer finds what asked for it.
package struct RequestTag: Hashable, Sendable {
    package let number: UInt64

    init(_ number: UInt64) { self.number = number }
}
