import NIOCore
import NIOPosix

/// Messages through two NIO ends on loopback, against the same bytes through two plain ones, and against those with
/// the bare cost of sealing and opening added.
enum LoopbackBenchmark {
    private static let shapes = [
        FlushShape(bodyByteCount: 64, messagesPerFlush: 1, flushCount: 500),
        FlushShape(bodyByteCount: 64, messagesPerFlush: 64, flushCount: 200),
        FlushShape(bodyByteCount: 1_024, messagesPerFlush: 1, flushCount: 500),
    ]

    static func run(rounds count: Int, report: Report) async throws {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        for shape in shapes { try await run(shape, loop: group.next(), rounds: count, report: report) }
        try await group.shutdownGracefully()
    }

    private static func run(
        _ shape: FlushShape, loop: any EventLoop, rounds count: Int, report: Report
    ) async throws {
        let (plainRun, lineRun) = (FlushRun(shape: shape, loop: loop), FlushRun(shape: shape, loop: loop))
        let plain = try await PlainEnds(loop: loop, run: plainRun)
        let line = try await LineEnds(loop: loop, run: lineRun)
        let raw = rawSealingAndOpening(of: shape)
        let contenders = [plainRun.contender(), raw, lineRun.contender()]
        let rounds = try await Rounds.measure(contenders, count: count)
        let allocations = try await contenders[2].allocations()
        for (floor, parts) in [("plain NIO", [0]), ("NIO + AEAD", [0, 1])] {
            try report.show(
                Figure(
                    "loopback, \(shape.messagesPerFlush) a flush", byteCount: shape.bodyByteCount, floor: floor,
                    rounds: rounds, floorParts: parts, contender: 2, allocations: allocations))
        }
        try await plain.close()
        try await line.close()
    }

    /// For each message: its part of one seal and one open of a flush's plaintext.
    private static func rawSealingAndOpening(of shape: FlushShape) -> Contender {
        let layout = RecordLayout(plaintextByteCount: shape.plaintextByteCount)
        let loop = RawLoop(layout)
        return Contender(operationCount: layout.recordCount * shape.messagesPerFlush) {
            try CPUTime.of {
                loop.seal()
                try loop.open()
            }
        }
    }
}
