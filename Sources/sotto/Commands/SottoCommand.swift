import ArgumentParser
import Chat

/// The program: parses what it was given, runs that command, and turns its end into the documented exit code.
@main
struct SottoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sotto",
        abstract: "Private chat for people who run their own server.",
        discussion: """
            Examples:
              sotto host                                run a relay on port 48295, and talk in a room there
              sotto client -                            join by the link that it prints, and talk
              sotto server                              run a relay for others, which reads nothing
              sotto create Tea                          make a room there; sotto invite Tea --link, sotto send Tea hi
              printf 'hi\\n' | sotto client             say it, wait until the relay has it, exit 0
              sotto verify HOST 'ABCD 0123 …'           compare a relay's fingerprint
              sotto verify @bob '10992 34888 …' --mark  compare a person's safety number
              sotto vectors                             check the cryptography on this machine

            Exit codes: 0 done · 1 failed · 3 a key changed or doesn't match · 4 relay unreachable · 5 refused
            · 6 home in use · 7 home damaged · 64 wrong usage
            """,
        version: Version.text,
        subcommands: [
            HostCommand.self, ServerCommand.self, ClientCommand.self, CreateCommand.self, RoomsCommand.self,
            MembersCommand.self, InviteCommand.self, LinksCommand.self, JoinCommand.self, AcceptCommand.self,
            DeclineCommand.self,
            LeaveCommand.self, SendCommand.self, TailCommand.self, HistoryCommand.self, RemoveCommand.self,
            RenameCommand.self, MendCommand.self, AdminCommand.self, NameCommand.self, FingerprintCommand.self,
            VerifyCommand.self,
            VectorsCommand.self, PassphraseCommand.self, SearchCommand.self, ExportCommand.self,
            DoctorCommand.self, ContactsCommand.self, BlockCommand.self,
        ])

    static func main() async {
        ProcessSettings.prepare()
        let arguments = CommandLine.arguments
        // A secret that was given as a word stands where all of this machine's users can read it.
        if arguments.contains(where: RoomLinkAddress.isRead(in:)) {
            ProcessArguments.wipe(where: RoomLinkAddress.isRead(in:))
        }
        do {
            var command = try parseAsRoot(Array(arguments.dropFirst()))
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as Failure {
            StandardError.tell("sotto: " + failure.message)
            ProcessEnd.exit(with: failure.status)
        } catch {
            exit(withError: error)
        }
    }
}
