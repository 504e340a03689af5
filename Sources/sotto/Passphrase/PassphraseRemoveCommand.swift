import ArgumentParser

struct PassphraseRemoveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take the passphrase away: the key lies beside the data again.",
        discussion: """
            Example:
              sotto passphrase remove
            """)

    @OptionGroup var options: GlobalOptions

    func run() async throws {
        let home = try options.openClientHome()
        if home.isWrapped {
            do throws(HomeError) { try home.keepKey(under: nil) } catch { throw Failure(error) }
        }
        PassphraseReport(options).tell(isSet: false)
    }
}
