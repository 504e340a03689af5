import TLSCodec

/// What a client calls a request, and the relay its answer. The client chooses; the relay only repeats it.
package struct RequestNumber: TLSNumber, Hashable, Sendable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package init(_ number: UInt32) { rawValue = number }
}
