import Foundation
import TestSupport

extension AttackForm {
    /// What "at once" may take. At full length, alone on the machine, the second that is promised; beside all other
    /// tests on a busy one only that it came.
    static let atOnce: Duration = isFull ? .seconds(1) : .seconds(60)

    /// By when somebody who is refused must be cut off: beside all other tests less than the handshake's deadline, which
    /// would do it in the end.
    static let closingSeconds = isFull ? 1.0 : 8.0
}

/// Looks again and again until something holds.
@discardableResult
func eventually(within seconds: Double, _ holds: () throws -> Bool) async rethrows -> Bool {
    let end = Date().addingTimeInterval(seconds)
    while try !holds() {
        guard Date() < end else { return false }
        try? await Task.sleep(for: .milliseconds(5))
    }
    return true
}
