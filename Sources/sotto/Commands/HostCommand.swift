import ArgumentParser

struct HostCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "host",
        abstract: "Run a relay, and talk in a room there.",
        discussion: """
            Examples:
              sotto host --name Ann
              sotto host --room Tea
              sotto host --listen 127.0.0.1:48295 --listen '[::1]:48295'
              sotto host --silent --allow friends.txt

            The relay and your own client in one terminal. It prints a link: who has it joins the room #lobby. The relay
            reads nothing of what is said there; your client does, for you are a member.
            """)

    @OptionGroup var options: GlobalOptions

    @Option(help: ArgumentHelp("The name you go by, from now on.", valueName: "name"))
    var name: String?

    @Option(help: ArgumentHelp("The room to be in; it is made if there is none.", valueName: "room"))
    var room = "lobby"

    @OptionGroup var listening: ListeningOptions

    @Flag(help: "Line by line, without a prompt.")
    var plain = false

    func run() async throws {
        try await HostRun(command: self).run()
    }
}
