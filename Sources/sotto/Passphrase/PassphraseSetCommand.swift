import ArgumentParser
import Sodium

struct PassphraseSetCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Set a passphrase, or another one.",
        discussion: """
            Examples:
              sotto passphrase set
              sotto passphrase set --new-passphrase-file new.txt

            It is asked for twice and not shown. The same letters count the same however they were typed (NFC).
            """)

    @OptionGroup var options: GlobalOptions

    @Option(help: ArgumentHelp("The new passphrase is the first line of this file.", valueName: "file"))
    var newPassphraseFile: String?

    func run() async throws {
        let home = try options.openClientHome()
        let passphrase = try newPassphrase()
        do throws(HomeError) { try home.keepKey(under: passphrase) } catch { throw Failure(error) }
        PassphraseReport(options).tell(isSet: true)
    }

    private func newPassphrase() throws(Failure) -> Secret {
        if let file = newPassphraseFile {
            do throws(HomeError) { return try PassphraseFile.read(file, report: options.report) } catch {
                throw Failure(error)
            }
        }
        guard options.canAsk else {
            throw Failure(
                .wrongUsage, "Nobody can be asked for the new passphrase.",
                mend: "Give the file that holds it: --new-passphrase-file FILE")
        }
        guard let first = HiddenQuestion.answer(to: "New passphrase: ").flatMap(PassphraseText.secret) else {
            throw Failure(.badPassphrase)
        }
        let again = HiddenQuestion.answer(to: "Again: ").flatMap(PassphraseText.secret)
        guard let again, again.isEqual(to: first) else {
            throw Failure(.failed, "These were two different ones. Nothing was changed.", mend: "sotto passphrase set")
        }
        return first
    }
}
