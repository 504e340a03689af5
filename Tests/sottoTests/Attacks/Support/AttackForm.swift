import Foundation

/// Attacks run in a short form with the other tests; `Scripts/attack` runs them at full length.
enum AttackForm {
    static let isFull = ProcessInfo.processInfo.environment["SOTTO_ATTACK"] == "full"

    /// What "at once" may take. At full length, alone on the machine, the second that is promised; beside all other
    /// tests only less than the handshake's deadline, which would close everything in the end.
    static let atOnce: Duration = isFull ? .seconds(1) : .seconds(8)

    static func choose<Value>(_ short: Value, full: Value) -> Value { isFull ? full : short }
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
