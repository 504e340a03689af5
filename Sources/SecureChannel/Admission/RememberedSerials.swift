package import Identity
import Synchronization

/// ``DeviceSerials`` in memory. Whoever makes them durable learns when there is something new.
package final class RememberedSerials: DeviceSerials {
    /// What becomes of a device never seen when no more can be remembered.
    package enum WhenFull: Sendable {
        /// It isn't admitted: nobody else would notice an older certificate of it.
        case refuse
        /// It is: its serial is judged behind this, too.
        case admit
    }

    private struct State {
        var highest: [DeviceKey: DeviceSerial]
        var hasChanged = false
    }

    private let state: Mutex<State>
    private let devicesMax: Int
    private let whenFull: WhenFull
    private let onChange: @Sendable (RememberedSerials) -> Void

    /// - Parameter onChange: called for the first change after each ``takeChanged()``, on whichever thread made it.
    package init(
        _ known: [DeviceKey: DeviceSerial] = [:], devicesMax: Int = LineLimits.rememberedDevicesMax,
        whenFull: WhenFull = .refuse, onChange: @escaping @Sendable (RememberedSerials) -> Void = { _ in }
    ) {
        state = Mutex(State(highest: known))
        self.devicesMax = devicesMax
        self.whenFull = whenFull
        self.onChange = onChange
    }

    package func admit(_ device: DeviceKey, serial: DeviceSerial) -> Bool {
        let (isAdmitted, isFirstChange) = state.withLock { state in
            let known = state.highest[device]
            if let known, serial <= known { return (serial == known, false) }
            guard known != nil || state.highest.count < devicesMax else { return (whenFull == .admit, false) }
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
