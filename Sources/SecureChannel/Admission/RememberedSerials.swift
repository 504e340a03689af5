package import Identity
import Synchronization

/// ``DeviceSerials`` in memory, handing each raised serial to `keep`, which makes it durable.
package final class RememberedSerials: DeviceSerials {
    private let highest: Mutex<[DeviceKey: DeviceSerial]>
    private let devicesMax: Int
    private let keep: @Sendable (DeviceKey, DeviceSerial) -> Void

    package init(
        _ known: [DeviceKey: DeviceSerial] = [:], devicesMax: Int = LineLimits.rememberedDevicesMax,
        keep: @escaping @Sendable (DeviceKey, DeviceSerial) -> Void = { _, _ in }
    ) {
        highest = Mutex(known)
        self.devicesMax = devicesMax
        self.keep = keep
    }

    package func admit(_ device: DeviceKey, serial: DeviceSerial) -> Bool {
        let (isAdmitted, isNew) = highest.withLock { highest in
            guard let known = highest[device] else {
                guard highest.count < devicesMax else { return (false, false) }
                highest[device] = serial
                return (true, true)
            }
            guard serial > known else { return (serial == known, false) }
            highest[device] = serial
            return (true, true)
        }
        if isNew { keep(device, serial) }
        return isAdmitted
    }
}
