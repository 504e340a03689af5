import ArgumentParser
import Identity
import Sodium

/// What every command understands.
struct GlobalOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Where keys and data lie.", valueName: "dir"))
    var home: String?

    @Flag(help: "One JSON object a line on standard output.")
    var json = false

    @Flag(name: [.short, .long], help: "Say only what went wrong.")
    var quiet = false

    @Flag(name: [.short, .long], help: "Say more.")
    var verbose = false

    @Flag(help: "Never ask; what would need an answer fails.")
    var noInput = false

    @Flag(help: "No colour, as with NO_COLOR.")
    var noColor = false

    @Option(help: ArgumentHelp("The home's passphrase is the first line of this file.", valueName: "file"))
    var passphraseFile: String?

    /// Where the home's passphrase comes from, if it needs one.
    var passphrase: PassphraseSource { passphraseFile.map { .file($0) } ?? (canAsk ? .terminal : .nobody) }

    /// The client's part of the home, owned by this process from now on.
    func openClientHome(name: DisplayName? = nil) throws(Failure) -> ClientHome {
        let home = try homeDirectory()
        do throws(HomeError) {
            return try ClientHome(home, name: name, passphrase: passphrase, report: report)
        } catch { throw Failure(error) }
    }

    func homeDirectory() throws(Failure) -> HomeDirectory {
        do throws(HomeError) { return try HomeDirectory(option: home) } catch { throw Failure(error) }
    }

    /// Whether a person can be asked something.
    var canAsk: Bool { !noInput && DescriptorNumber.input.isTerminal && DescriptorNumber.error.isTerminal }

    /// Whether both ends of a conversation are a terminal that can be drawn on.
    var isInteractive: Bool {
        !json && DescriptorNumber.input.isTerminal && DescriptorNumber.output.isTerminal
            && Environment.value("TERM") != "dumb"
    }

    func hasColour(on descriptor: DescriptorNumber) -> Bool {
        !noColor && Environment.value("NO_COLOR") == nil && Environment.value("TERM") != "dumb"
            && descriptor.isTerminal
    }

    /// Said once the keys are loaded.
    func warnIfKeysMaySwap() {
        guard !quiet, !SecretMemory.isLocked else { return }
        StandardError.tell("Keys couldn't be locked into memory and may reach a swap file: raise `ulimit -l`.")
    }

    func report(_ notice: HomeNotice) {
        if !quiet { StandardError.tell(notice.line) }
    }
}
