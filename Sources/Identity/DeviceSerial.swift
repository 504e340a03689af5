/// Counts what one device has issued, credentials or line certificates: of two, the higher is the newer.
package struct DeviceSerial: Hashable, Comparable, Sendable {
    package let value: UInt64

    package init(_ value: UInt64) { self.value = value }

    /// Nothing after the last.
    package var next: DeviceSerial? {
        let (next, overflow) = value.addingReportingOverflow(1)
        return overflow ? nil : DeviceSerial(next)
    }

    package static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}
