import Foundation

/// Attacks run in a short form with the other tests; `Scripts/attack` runs them at full length.
package enum AttackForm {
    package static let isFull = ProcessInfo.processInfo.environment["SOTTO_ATTACK"] == "full"

    package static func choose<Value>(_ short: Value, full: Value) -> Value { isFull ? full : short }
}
