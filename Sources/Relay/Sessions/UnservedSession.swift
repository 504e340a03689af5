import SecureChannel

/// What a line gets that nobody serves: its end.
final class UnservedSession: LineSession {
    init(_ output: any LineOutput, why refusal: Refusal) { output.refuse(refusal) }

    func receive(_ message: LineMessage) {}
    func receivedAll() {}
    func drained() {}
    func peerEnded() {}
    func lineEnded(_ error: LineError?) {}
}
