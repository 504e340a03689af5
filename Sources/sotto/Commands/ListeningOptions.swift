import ArgumentParser
import Identity
import NIOCore
import SecureChannel

/// What every relay understands: where it listens, whom it serves, and how many at once.
struct ListeningOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Where to listen; may be given several times.", valueName: "address:port"))
    var listen: [String] = ["0.0.0.0:\(RelayAddress.defaultPort)"]

    @Option(
        help: ArgumentHelp(
            "Threads that serve connections; one for each processor it may use if not given.", valueName: "n"))
    var threads: Int?

    @Flag(help: "Answer nobody who doesn't know this relay's public key.")
    var silent = false

    @Option(help: ArgumentHelp("Serve only the identity fingerprints in this file, one a line.", valueName: "file"))
    var allow: String?

    @Option(help: ArgumentHelp("Connections that are logged in, in all.", valueName: "n"))
    var maxConnections = ConnectionLimits().connectionsMax

    @Option(help: ArgumentHelp("Connections that are logged in, from one address.", valueName: "n"))
    var maxConnectionsPerAddress = ConnectionLimits().connectionsPerAddressMax

    func validate() throws {
        if let threads, !(1...ServerLimits.threadsMax).contains(threads) {
            throw ValidationError("--threads takes 1 to \(ServerLimits.threadsMax).")
        }
        guard maxConnections > 0, maxConnectionsPerAddress > 0 else {
            throw ValidationError("A number of connections is at least 1.")
        }
    }

    func addresses() throws(Failure) -> [SocketAddress] {
        try listen.map { text throws(Failure) in try ListenAddress(text).socketAddress }
    }

    var threadCount: Int { threads ?? ProcessorCount.usable }

    var connectionLimits: ConnectionLimits {
        var limits = ConnectionLimits()
        limits.connectionsMax = maxConnections
        limits.connectionsPerAddressMax = maxConnectionsPerAddress
        return limits
    }
}

extension Failure {
    /// - Parameter command: the one that was given.
    init(_ error: ListenError, of command: String) {
        let place = RelayAnnouncement.place(of: [error.address])
        let mend =
            switch (error.why as? IOError).map({ ErrorNumber(value: $0.errnoCode) }) {
            case .addressNotAvailable?:
                "Is it an address of this machine? To listen on all that it has: sotto \(command) --listen 0.0.0.0:PORT"
            case .noAccess?: "Take a port from 1024 on: sotto \(command) --listen 0.0.0.0:PORT"
            default: "Is another relay running there? Choose another port: sotto \(command) --listen 0.0.0.0:PORT"
            }
        self.init(.failed, "The relay can't listen on \(place): \(error.why.systemWords).", mend: mend)
    }
}

extension Error {
    /// What the system says, without NIO's wrapping.
    var systemWords: String {
        guard let error = self as? IOError else { return "\(self)" }
        return ErrorNumber(value: error.errnoCode).text
    }
}
