import ArgumentParser

struct PassphraseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passphrase", abstract: "Put what this home keeps under a passphrase, or take that away.",
        discussion: """
            Examples:
              sotto passphrase set
              sotto passphrase set --passphrase-file old.txt --new-passphrase-file new.txt
              sotto passphrase remove

            Everything that a client keeps is sealed under one key. It lies beside what it seals until you set a
            passphrase; then a thief of the disk has to guess that. Nobody can tell you a passphrase that you forgot.
            """,
        subcommands: [PassphraseSetCommand.self, PassphraseRemoveCommand.self])
}
