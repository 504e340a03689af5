import MLS
import Testing

/// Expects that a group refuses a message for breaking one rule, and that nothing of the group changed.
func expectRefusal(
    of message: [UInt8], by group: Group, for rule: ValidationRule, psks: PSKStore = .empty, now: UnixTime? = nil,
    _ place: SourceLocation = #_sourceLocation
) throws {
    try expectRefusal(of: message, by: group, as: .invalid(rule), psks: psks, now: now, place)
}

/// Expects that a group refuses a message with one error, and that nothing of the group changed.
func expectRefusal(
    of message: [UInt8], by group: Group, as error: MLSError, psks: PSKStore = .empty, now: UnixTime? = nil,
    _ place: SourceLocation = #_sourceLocation
) throws {
    var asked = group
    #expect(throws: error, sourceLocation: place) { try asked.process(message, psks: psks, now: now) }
    #expect(try asked.snapshot() == group.snapshot(), "the group changed", sourceLocation: place)
}
