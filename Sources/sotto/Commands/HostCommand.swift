import ArgumentParser
import Identity
import SecureChannel

struct HostCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "host",
        abstract: "Run a relay, and talk to whoever connects to it.",
        discussion: """
            Examples:
              sotto host --name Ann
              sotto host --listen 127.0.0.1:48295 --listen '[::1]:48295'
              sotto host --silent --allow friends.txt

            In this version the host's terminal is one end of the conversation: it reads what clients write.
            They see what it writes as the relay's.
            """)

    @OptionGroup var options: GlobalOptions

    @Option(help: ArgumentHelp("The name that stands before your own lines here.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("Where to listen; may be given several times.", valueName: "address:port"))
    var listen: [String] = ["0.0.0.0:\(RelayAddress.defaultPort)"]

    @Option(help: ArgumentHelp("Threads that serve connections; one a core if not given.", valueName: "n"))
    var threads: Int?

    @Flag(help: "Answer nobody who doesn't know this relay's public key.")
    var silent = false

    @Option(help: ArgumentHelp("Serve only the identity fingerprints in this file, one a line.", valueName: "file"))
    var allow: String?

    @Option(help: ArgumentHelp("Connections that are logged in, in all.", valueName: "n"))
    var maxConnections = ConnectionLimits().connectionsMax

    @Option(help: ArgumentHelp("Connections that are logged in, from one address.", valueName: "n"))
    var maxConnectionsPerAddress = ConnectionLimits().connectionsPerAddressMax

    @Flag(help: "Line by line, without a prompt.")
    var plain = false

    func validate() throws {
        if let threads, !(1...1_024).contains(threads) { throw ValidationError("--threads takes 1 to 1024.") }
        guard maxConnections > 0, maxConnectionsPerAddress > 0 else {
            throw ValidationError("A number of connections is at least 1.")
        }
    }

    func run() async throws {
        try await HostRun(command: self).run()
    }
}
