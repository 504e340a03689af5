import ArgumentParser

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

    @OptionGroup var listening: ListeningOptions

    @Flag(help: "Line by line, without a prompt.")
    var plain = false

    func run() async throws {
        try await HostRun(command: self).run()
    }
}
