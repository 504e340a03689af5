import Identity
import Synchronization

/// Devices of which it is known that what they last showed is stored: their logins needn't ask the storage.
final class KeptDevices: Sendable {
    private struct Shown: Equatable {
        let credentialSerial: DeviceSerial
        let lineSerial: DeviceSerial

        init(_ hello: Hello) {
            credentialSerial = hello.credential.serial
            lineSerial = hello.certificate.serial
        }
    }

    private let shown = Mutex<[DeviceKey: Shown]>([:])
    private let countMax: Int

    init(countMax: Int = SessionLimits.keptDevicesMax) { self.countMax = countMax }

    func isKept(_ hello: Hello) -> Bool {
        shown.withLock { $0[hello.credential.deviceKey] == Shown(hello) }
    }

    func note(_ hello: Hello) {
        shown.withLock { shown in
            if shown.count >= countMax, let any = shown.keys.first { shown[any] = nil }
            shown[hello.credential.deviceKey] = Shown(hello)
        }
    }
}
