import Identity
import Logging
package import NIOCore
import NIOPosix
import RelayProtocol
import SecureChannel

/// A relay at work: lines on every address, one committer, one storage.
package final class RelayServer: Sendable {
    private let storage: any RelayStorage
    private let group: MultiThreadedEventLoopGroup
    private let parts: SharedParts
    private let lines: LineServer
    private let gate: ConnectionGate
    private let housekeeping: RepeatedTask

    private init(
        storage: any RelayStorage, group: MultiThreadedEventLoopGroup, parts: SharedParts, lines: LineServer,
        gate: ConnectionGate
    ) {
        self.storage = storage
        self.group = group
        self.parts = parts
        self.lines = lines
        self.gate = gate
        let interval = TimeAmount.milliseconds(SessionLimits.housekeepingMilliseconds)
        housekeeping = group.next().scheduleRepeatedTask(initialDelay: .zero, delay: interval) { _ in
            parts.committer.tick()
        }
    }

    /// Serves on all of `addresses`, or on none. The storage is the relay's from here on, until ``stop()`` closes it;
    /// if this throws, it isn't.
    ///
    /// - Throws: ``SecureChannel/ListenError``, or ``StorageError``.
    package static func start(
        _ configuration: Configuration, storage: any RelayStorage, on addresses: [SocketAddress]
    ) async throws -> RelayServer {
        // What the storage says of a device decides when its line starts. This refuses most who must be before that, and
        // where it can't be read whole, none.
        let known = (try? storage.deviceSerials()) ?? [:]
        let serials = RememberedSerials(known, devicesMax: SessionLimits.rememberedSerialsMax, whenFull: .admit)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: configuration.threadCount)
        var started: SharedParts?
        do {
            let parts = try await makeParts(configuration, storage: storage, group: group)
            started = parts
            let gate = ConnectionGate(limits: configuration.connectionLimits)
            let policy = configuration.policy
            let admission = Admission(serials: serials) { parts.isStopping ? .stopping : policy($0) }
            let lines = try await LineServer.start(
                on: addresses,
                configuration: LineServer.Configuration(
                    identity: configuration.identity, setup: setup(parts, configuration.handshakeDeadline),
                    admission: admission, gate: gate,
                    logger: configuration.logger),
                group: group)
            return RelayServer(storage: storage, group: group, parts: parts, lines: lines, gate: gate)
        } catch {
            await started?.stopThreads()
            try? await group.shutdownGracefully()
            throw error
        }
    }

    /// Where it really listens: a requested port 0 became a number.
    package var addresses: [SocketAddress] { lines.addresses }

    /// Takes nothing new, commits what it has taken and answers it, tells every line, and closes the storage.
    ///
    /// Takes no longer than the disk does for what is waiting, and ``SessionLimits/stopSeconds``, whatever peers do.
    package func stop() async {
        parts.stopTakingRequests()
        housekeeping.cancel()
        await lines.stopListening()
        await parts.committer.finish()
        _ = await cutOff(.stopping) { _ in true }
        for post in parts.loops.posts {
            try? await post.eventLoop.flatSubmit { post.here.emptied(within: .seconds(SessionLimits.stopSeconds)) }
                .get()
        }
        await parts.readPool.stop()
        try? await group.shutdownGracefully()
        storage.close()
    }

    /// Refuses to serve on whoever is here and for whom `isUnwanted` holds.
    ///
    /// - Returns: how many lines that ended.
    package func cutOff(where isUnwanted: @escaping @Sendable (Requester) -> Bool) async -> Int {
        await cutOff(.notAllowed, where: isUnwanted)
    }

    /// Returns once every event loop and the committer have done something since it was called.
    package func probe() async {
        _ = await parts.loops.all { _ in 0 }
        await parts.committer.probe()
    }

    /// How it does. Doesn't wait for any thread.
    package var metrics: [RelayMetric] {
        parts.counts.metrics + [
            RelayMetric("connections", .gauge, "Lines with a login.", gate.authenticatedCount),
            RelayMetric("queued_requests", .gauge, "Requests that wait for their commit.", parts.committer.queueLength),
        ]
    }

    private func cutOff(
        _ refusal: Refusal, where isUnwanted: @escaping @Sendable (Requester) -> Bool
    ) async -> Int {
        await parts.loops.all { $0.cutOff(refusal, where: isUnwanted) }.reduce(0, +)
    }

    private static func makeParts(
        _ configuration: Configuration, storage: any RelayStorage, group: MultiThreadedEventLoopGroup
    ) async throws -> SharedParts {
        let (interest, counts) = (Interest(), RelayCounts())
        var posts: [LoopPost] = []
        for (index, eventLoop) in group.makeIterator().enumerated() {
            let number = LoopNumber(rawValue: UInt8(truncatingIfNeeded: index))
            let post = eventLoop.submit {
                LoopPost(RelayLoop(number, on: eventLoop, interest: interest, counts: counts))
            }
            posts.append(try await post.get())
        }
        let desk = try CommitterDesk(
            storage, core: RelayCore(relay: configuration.identity.relayKey, limits: configuration.limits),
            limits: configuration.limits, counts: counts, logger: configuration.logger,
            wallClockSeconds: configuration.wallClockSeconds)
        let loops = RelayLoops(posts: posts)
        return SharedParts(
            loops: loops, interest: interest,
            committer: Committer(desk, loops: loops, interest: interest, counts: counts),
            readPool: ReadPool(storage), limits: configuration.limits, counts: counts,
            wallClockSeconds: configuration.wallClockSeconds, logger: configuration.logger)
    }

    /// How large a message may be, and who takes it.
    private static func setup(_ parts: SharedParts, _ handshakeDeadline: TimeAmount) -> LineSetup {
        LineSetup(
            limits: MessageLimits { RelayMessage.bodyBytesMax(ofKind: $0.rawValue) },
            handshakeDeadline: handshakeDeadline
        ) { output, peer in
            guard case .client(let hello) = peer.identity, let loop = parts.loops.here(output.eventLoop) else {
                return UnservedSession(output, why: .stopping)
            }
            guard parts.accountLines.enter(hello.credential.identityKey) else {
                return UnservedSession(output, why: .overLimit)
            }
            return RelaySession(output, hello: hello, handshakeHash: peer.handshakeHash, loop: loop, parts: parts)
        }
    }
}

extension SharedParts {
    /// Before anybody was served.
    fileprivate func stopThreads() async {
        await committer.abandon()
        await readPool.stop()
    }
}
