import ArgumentParser

struct ClientCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "client",
        abstract: "Connect to a relay and talk.",
        discussion: """
            Examples:
              sotto client sotto://chat.example.org:48295/KEY
              sotto client chat.example.org --name Ann
              printf 'hi\\n' | sotto client chat.example.org

            The relay's key is remembered from the first time on. Given the invite line, the first time is checked too;
            given only a host, its fingerprint is shown and you are asked.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: ArgumentHelp("HOST[:PORT], or the relay's invite line. Not needed while one relay is known."))
    var address: String?

    @Option(help: ArgumentHelp("The name you go by, from now on.", valueName: "name"))
    var name: String?

    @Flag(help: "Line by line, without a prompt.")
    var plain = false

    func run() async throws {
        try await ClientRun(command: self).run()
    }
}
