import ArgumentParser

struct ClientCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "client",
        abstract: "Talk in rooms.",
        discussion: """
            Examples:
              sotto client -                                join by an invite link, read from the terminal
              sotto client                                  at the relay that this home knows
              sotto client --room '#Tea'
              printf 'hi\\n' | sotto client --room '#Tea'    say it, wait until the relay has it, exit 0

            What you type is said in the room that you are in; what begins with / is a command: /help tells which.
            Piped lines are said as they are.

            A relay's key is remembered from the first time on. Given a link or an invite line, the first time is
            checked too; given only a host, its fingerprint is shown and you are asked.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(
        help: ArgumentHelp(
            "A room's invite link; - reads it from standard input. Or a relay: HOST[:PORT], or its invite line. "
                + "Not needed while one relay is known."))
    var address: String?

    @Option(help: ArgumentHelp("The name you go by, from now on.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("The room to be in: #name, or its id.", valueName: "room"))
    var room: String?

    @Flag(help: "Line by line, without a prompt.")
    var plain = false

    func run() async throws {
        try await ClientRun(command: self).run()
    }
}
