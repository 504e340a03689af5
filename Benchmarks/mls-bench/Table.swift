import MLS

/// All lines of the table, for one suite.
struct Table {
    let suite: CipherSuite
    let options: Options
    private let thousand: FoundedGroup

    init(_ suite: CipherSuite, _ options: Options) throws {
        self.suite = suite
        self.options = options
        thousand = try FoundedGroup(memberCount: 1_000, suite)
    }

    func entries() async throws -> [Entry] {
        var entries: [Entry] = []
        if options.subjects.contains(.messages) { entries += try messages() }
        if options.subjects.contains(.membership) { entries += try await membership() }
        if options.subjects.contains(.paths) { entries += try paths() }
        if options.subjects.contains(.warm) { entries += try warm() }
        if options.subjects.contains(.scale) { entries += try scale() }
        if options.subjects.contains(.room) { entries += try room() }
        return entries
    }
}

extension Table {
    private func messages() throws -> [Entry] {
        let operations = try MessageOperations(thousand)
        return [
            Entry("seal 100 bytes", .ratio(1.10), try measured(operations.seal)),
            Entry("open 100 bytes", .ratio(1.10), try measured(operations.open)),
        ]
    }

    private func membership() async throws -> [Entry] {
        [
            Entry("key package", .ratio(1.15), try measured(.keyPackage(suite))),
            Entry("join by Welcome, n = 1,000", .milliseconds(55), try measured(.join(thousand))),
            try await concurrentJoin(),
            Entry("add 999 members in one commit", .milliseconds(215), try measured(.addAll(thousand))),
        ]
    }

    private func paths() throws -> [Entry] {
        [
            Entry(
                "path commit, all just added, n = 1,000: produce", .milliseconds(77),
                try measured(.producePath(thousand))),
            Entry(
                "path commit, all just added, n = 1,000: process", .milliseconds(1.5),
                try measured(.processPath(thousand))),
        ]
    }

    private func warm() throws -> [Entry] {
        let group = try WarmGroup(memberCount: 1_000, suite)
        let (large, small) = try measured(
            .processPath(group, memberCount: 1_000),
            besides: .processPath(try WarmGroup(memberCount: 100, suite), memberCount: 100))
        return [
            Entry("path commit, warm tree, n = 100: process", .milliseconds(0.28), small),
            Entry("path commit, warm tree, n = 1,000: process", nil, large),
            .quotient("path commit, warm tree: process, 1,000 ÷ 100", .quotient(1.6), large, over: small),
            Entry("memory: warm group of 1,000", nil, .bytes, try Footprint.memory(group, suite)),
        ]
    }

    private func scale() throws -> [Entry] {
        let larger = try FoundedGroup(memberCount: 4_000, suite)
        let join = try measured(.join(larger), besides: .join(thousand))
        let add = try measured(.addAll(larger), besides: .addAll(thousand))
        let process = try measured(.processPath(larger), besides: .processPath(thousand))
        return [
            .quotient("4,000 ÷ 1,000: join", .quotient(4.2), join.0, over: join.1),
            .quotient("4,000 ÷ 1,000: add", .quotient(4.2), add.0, over: add.1),
            .quotient("4,000 ÷ 1,000: process, all just added", .quotient(4.2), process.0, over: process.1),
        ]
    }

    private func room() throws -> [Entry] {
        try Footprint.entries(thousand) + [
            Entry("memory: group of 1,000", .bytes(2_000_000), .bytes, try Footprint.memory(thousand))
        ]
    }

    private func measured(_ operation: Operation) throws -> Measured {
        try Measured(operation, suite, rounds: options.rounds)
    }

    private func measured(_ operation: Operation, besides other: Operation) throws -> (Measured, Measured) {
        try Measured.inTurns(operation, other, suite, rounds: options.rounds)
    }

    /// By the wall's clock; the floor is half of the arithmetic's CPU time.
    private func concurrentJoin() async throws -> Entry {
        let machine = try Machine(try Operation.joiningFloor(thousand), suite)
        var ours: [Double] = []
        var floors: [Double] = []
        for _ in 0...options.rounds {
            ours.append(
                try await Clock.wall.timeAwaiting {
                    _ = try await Group.joinConcurrently(thousand.welcome, with: thousand.bundles[500])
                })
            floors.append(try Clock.cpu.time { try machine.run() } / 2)
        }
        let ratios = zip(ours, floors).map { $0 / $1 }
        return Entry(
            "join by Welcome, n = 1,000, two cores, wall", .milliseconds(30), .nanoseconds, Quantile.median(ours),
            floor: Quantile.median(floors), ratio: Quantile.median(ratios))
    }
}
