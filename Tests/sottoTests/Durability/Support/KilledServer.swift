import Foundation
import Testing

@testable import sotto

/// `sotto server`, which is killed and started again on the same home and port.
final class KilledServer {
    private let home: String
    private let options: [String]
    private let port: Int
    private(set) var running: RunningServer
    private(set) var killCount = 0

    init(home: String, _ options: [String]) throws {
        (self.home, self.options) = (home, options)
        port = try Self.freePort()
        running = try RunningServer(home: home, options, listen: ["127.0.0.1:\(port)"])
    }

    /// Not one of those that the system gives to a client: who dials it while nobody listens would meet itself.
    static func freePort() throws -> Int {
        try #require((0..<20).map { _ in Int.random(in: 20_000..<30_000) }.first(where: isFree))
    }

    private static func isFree(_ port: Int) -> Bool { RawSocket(to: port) == nil }

    func kill() {
        running.program.killNow()
        killCount += 1
    }

    /// Kills it a little after it was started.
    func killStarting(afterMilliseconds milliseconds: Int) throws {
        let arguments = ["server", "--json", "--home", home, "--listen", "127.0.0.1:\(port)"]
        let program = try RunningProgram(arguments + options)
        usleep(UInt32(milliseconds) * 1_000)
        program.killNow()
        killCount += 1
    }

    /// - Parameter expectingCheck: whether the last stop wasn't clean, so that everything is checked.
    func restart(expectingCheck: Bool = true) throws {
        running = try RunningServer(home: home, options, listen: ["127.0.0.1:\(port)"])
        #expect(running.logged("the relay listens") != nil)
        let isChecked = running.logs.contains {
            $0["message"] as? String == "the last stop wasn't clean; the database was checked, and is whole"
        }
        #expect(isChecked == expectingCheck)
        #expect(!running.logs.contains { $0["level"] as? String == "error" })
    }
}
