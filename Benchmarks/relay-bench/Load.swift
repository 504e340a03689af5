import Identity
import NIOCore
import RelayClient
import RelayProtocol
import SecureChannel

/// Lines to the relay under load.
struct Load: Sendable {
    /// Lines that are dialled at once.
    private static let dialsAtOnce = 32

    let options: Options
    let loop: any EventLoop

    var server: ServerProcess { ServerProcess(pid: options.pid) }

    /// Lines that have started, as many as `people`.
    func lines(_ people: [Person]) async throws -> NIOLoopBoundBox<[LoadLine]> {
        var dialled: [NIOLoopBound<LoadLine>] = []
        var waiting = people[...]
        try await withThrowingTaskGroup(of: NIOLoopBound<LoadLine>.self) { tasks in
            for person in waiting.prefix(Self.dialsAtOnce) { tasks.addTask { try await dial(as: person) } }
            waiting = waiting.dropFirst(Self.dialsAtOnce)
            for try await line in tasks {
                dialled.append(line)
                if let person = waiting.popFirst() { tasks.addTask { try await dial(as: person) } }
            }
        }
        let (loop, all) = (loop, dialled)
        return try await loop.submit { NIOLoopBoundBox(all.map(\.value), eventLoop: loop) }.get()
    }

    /// As many lines, each somebody else's, which have opened `room` and follow it.
    func members(_ count: Int, of room: BenchRoom) async throws -> NIOLoopBoundBox<[LoadLine]> {
        let box = try await lines((0..<count).map { _ in try Person() })
        for index in 0..<count { try await open(room, on: box, index) }
        return box
    }

    func open(_ room: BenchRoom, on box: NIOLoopBoundBox<[LoadLine]>, _ index: Int) async throws {
        _ = try await loop.flatSubmit { [loop] in
            let line = box.value[index]
            return line.settle(room.opening(handshakeHash: line.connection?.handshakeHash ?? []), on: loop)
        }.get()
    }

    func settle(
        _ request: RelayRequest, on box: NIOLoopBoundBox<[LoadLine]>, _ index: Int
    ) async throws -> RelayAnswer {
        try await loop.flatSubmit { [loop] in box.value[index].settle(request, on: loop) }.get()
    }

    func close(_ box: NIOLoopBoundBox<[LoadLine]>) async throws {
        try await loop.submit {
            for line in box.value {
                line.onLost = {}
                line.connection?.close()
            }
            box.value = []
        }.get()
    }

    private func dial(as person: Person) async throws -> NIOLoopBound<LoadLine> {
        let loop = loop
        let started = loop.makePromise(of: Void.self)
        let line = try await loop.submit { NIOLoopBound(LoadLine(started: started), eventLoop: loop) }.get()
        let setup = RelayConnection.setup { output, peer in
            RelayConnection(output: output, peer: peer, listener: line.value)
        }
        _ = try await LineDialer(group: loop, identity: person.line).dial(
            host: options.relay.host.text, port: options.relay.port, pin: options.relay.relayKey, setup: setup)
        try await started.futureResult.get()
        return line
    }
}
