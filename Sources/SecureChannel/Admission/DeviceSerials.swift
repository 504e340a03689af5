package import Identity

/// The highest line certificate serial that a relay has seen of each device. A newer certificate ends the older line
/// key: who holds only the old one isn't let in any more.
package protocol DeviceSerials: Sendable {
    /// Whether `serial` is at least the highest seen of `device`; a higher one is kept.
    func admit(_ device: DeviceKey, serial: DeviceSerial) -> Bool
}
