import Foundation
import Logging
import NIOCore
import Testing

@testable import sotto

/// Who measures a relay over HTTP, and who misuses that. One after the other: places are few.
@Suite(.serialized) struct MetricsServerTests {
    private static let head = "GET /metrics HTTP/1.1\r\nHost: x\r\n"

    private func serving(_ body: (Int) async throws -> Void) async throws {
        let server = try await MetricsServer.start(
            on: #require(MetricsAddress("0")).socketAddress,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
        ) { [Metric("sotto_connections", .gauge, "Connections.", 3)] }
        try await body(#require(server.address?.port))
        await server.stop()
    }

    private func dial(_ port: Int) throws -> RawSocket { try #require(RawSocket(to: port)) }

    private func answer(_ port: Int, to request: String) throws -> String {
        let peer = try dial(port)
        peer.send(Array(request.utf8))
        return text(peer)
    }

    /// Until the other end closes.
    private func text(_ peer: RawSocket) -> String {
        var all: [UInt8] = []
        while case .bytes(let bytes) = peer.hear(within: 30) { all += bytes }
        return String(decoding: all, as: UTF8.self)
    }

    @Test func answersARequestAndCloses() async throws {
        try await serving { port in
            let answer = try answer(port, to: Self.head + "\r\n")
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(answer.contains("Content-Type: text/plain; version=0.0.4"))
            #expect(
                answer.hasSuffix(
                    "\r\n\r\n# HELP sotto_connections Connections.\n# TYPE sotto_connections gauge\nsotto_connections 3\n"
                ))
            #expect(try self.answer(port, to: "GET /metrics?x=1 HTTP/1.0\r\n\r\n").contains("\nsotto_connections 3\n"))
        }
    }

    @Test func answersNothingElse() async throws {
        try await serving { port in
            #expect(try answer(port, to: "GET / HTTP/1.1\r\nHost: x\r\n\r\n").hasPrefix("HTTP/1.1 404 "))
            #expect(try answer(port, to: "DELETE /metrics HTTP/1.1\r\nHost: x\r\n\r\n").hasPrefix("HTTP/1.1 405 "))
            let head = try answer(port, to: "HEAD /metrics HTTP/1.1\r\nHost: x\r\n\r\n")
            #expect(head.hasPrefix("HTTP/1.1 200 ") && head.hasSuffix("\r\n\r\n"))
            let body = "POST /metrics HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nhello"
            #expect(try answer(port, to: body) == "")
            // A second request of a connection isn't heard.
            let twice = try answer(port, to: Self.head + "\r\n" + Self.head + "\r\n")
            #expect(twice.components(separatedBy: "HTTP/1.1 200").count == 2)
        }
    }

    @Test func takesARequestAtTheLimitAndNotOnePastIt() async throws {
        try await serving { port in
            for excess in 0...1 {
                let rest =
                    ServerLimits.metricsRequestBytesMax + excess - Self.head.utf8.count - "x: \r\n\r\n".utf8.count
                let request = Self.head + "x: " + String(repeating: "a", count: rest) + "\r\n\r\n"
                let isRefused = try answer(port, to: request).isEmpty
                #expect(isRefused == (excess == 1))
            }
        }
    }

    @Test(arguments: [
        [UInt8](repeating: 0, count: 100_000), Array("GET /".utf8) + [UInt8](repeating: 0x61, count: 100_000),
        [0x16, 3, 1, 2, 0, 1, 0, 1, 0xFC, 3, 3], Array("\r\n\r\n\r\n x".utf8), (0..<4_096).map { UInt8($0 % 256) },
    ])
    func closesOnGarbageAndServesOn(garbage: [UInt8]) async throws {
        try await serving { port in
            let peer = try dial(port)
            peer.send(garbage)
            #expect(text(peer) == "")
            #expect(try answer(port, to: Self.head + "\r\n").contains("\nsotto_connections 3\n"))
        }
    }

    @Test func holdsAtMostSoManyAndNoneForLong() async throws {
        try await serving { port in
            let slow = try (0..<ServerLimits.metricsConnectionsMax).map { _ in try dial(port) }
            for peer in slow { peer.send(Array("GET /met".utf8)) }
            // All places are taken, in whatever order they were: one of these finds none.
            let full = await eventually(within: 4) { (try? answer(port, to: Self.head + "\r\n")) == "" }
            #expect(full)
            for peer in slow { #expect(text(peer) == "") }
            let served = await eventually(within: 30) {
                (try? answer(port, to: Self.head + "\r\n"))?.contains("\nsotto_connections 3\n") == true
            }
            #expect(served)
        }
    }
}
