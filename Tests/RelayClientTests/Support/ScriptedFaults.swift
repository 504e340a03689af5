import RelayProtocol

/// Does one thing with the first requests that fit, and serves all others.
final class ScriptedFaults: Sendable {
    private let acts: Locked<[StubAct]>
    private let fits: @Sendable (RelayRequest) -> Bool

    init(_ acts: [StubAct], to fits: @escaping @Sendable (RelayRequest) -> Bool) {
        self.acts = Locked(acts)
        self.fits = fits
    }

    func act(on request: Numbered<RelayRequest>) -> StubAct {
        guard fits(request.content) else { return .serve }
        return acts.withLock { $0.isEmpty ? .serve : $0.removeFirst() }
    }
}

extension RelayRequest {
    /// Whether it appends something that isn't a creation.
    var isMessage: Bool {
        if case .append(let append) = self { append.entry.header.kind == .message } else { false }
    }

    var isOpening: Bool {
        if case .openRoom = self { true } else { false }
    }

    var isCount: Bool {
        if case .countKeyPackages = self { true } else { false }
    }
}
