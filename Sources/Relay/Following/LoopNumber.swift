/// An event loop of the relay, counted from 0 to ``SessionLimits/loopsMax`` − 1.
package struct LoopNumber: RawRepresentable, Hashable, Sendable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }
}
