package import Identity
import Synchronization

/// ``DeviceSerials`` in memory. Whoever makes them durable learns when there is something new.
package final class RememberedSerials: DeviceSerials {
    private struct State {
        var highest: [DeviceKey: DeviceSerial]
        var hasChanged = false
    }

    private let state: Mutex<State>
    private let devicesMax: Int
    private let onChange: @Sendable (RememberedSerials) -> Void

    /// - Parameter onChange: called for the first change after each ``takeChanged()``, on whichever thread made it.
    package init(
        _ known: [DeviceKey: DeviceSerial] = [:], devicesMax: Int = LineLimits.rememberedDevicesMax,
        onChange: @escaping @Sendable (RememberedSerials) -> Void = { _ in }
    ) {
        state = Mutex(State(highest: known))
        self.devicesMax = devicesMax
        self.onChange = onChange
    }

    package func admit(_ device: DeviceKey, serial: DeviceSerial) -> Bool {
        let (isAdmitted, isFirstChange) = state.withLock { state in
            let known = state.highest[device]
            if let known, serial <= known { return (serial == known, false) }
            guard known != nil || state.highest.count < devicesMax else { return (false, false) }
            state.highest[device] = serial
            defer { state.hasChanged = true }
            return (true, !state.hasChanged)
        }
        if isFirstChange { onChange(self) }
        return isAdmitted
    }

    /// All of them, if any is new since the last call.
    package func takeChanged() -> [DeviceKey: DeviceSerial]? {
        state.withLock { state in
            guard state.hasChanged else { return nil }
            state.hasChanged = false
            return state.highest
        }
    }

    /// What ``takeChanged()`` gave couldn't be kept: it counts as new once more.
    package func markChanged() { state.withLock { $0.hasChanged = true } }
}
