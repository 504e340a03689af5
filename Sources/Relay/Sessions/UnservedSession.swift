import SecureChannel

/// What a line gets that nobody serves: its end.
final class UnservedSession: LineSession {
    init(_ output: any LineOutput) { output.refuse(.stopping) }

    func receive(_ message: LineMessage) {}
    func receivedAll() {}
    func drained() {}
    func peerEnded() {}
    func lineEnded(_ error: LineError?) {}
}
