import ArgumentParser

/// `sotto vectors`: whether this program computes what the world agreed on.
struct VectorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vectors",
        abstract: "Test the cryptography of this program with published vectors.",
        discussion: """
            Examples:
              sotto vectors
              sotto vectors --dir ~/src/wycheproof/testvectors_v1
              sotto vectors --only rfc8032-ed25519 --json

            Without --dir the vectors run that this program carries in itself. With it also those of every Wycheproof, \
            Noise, MLS and HPKE file below the folder; a published file that was changed, in whatever byte, counts as \
            failed. What asks for an algorithm that isn't built in is skipped, and the table says so.
            Exits with 1 if anything failed or nothing ran. With --json: an object for each suite, then the total.
            """)

    @Option(help: ArgumentHelp("Run the upstream files found below this folder too.", valueName: "dir"))
    var dir: String?

    @Option(help: ArgumentHelp("Run this suite alone.", valueName: "name"))
    var only: String?

    @OptionGroup var options: GlobalOptions

    func run() throws {
        let report = try report()
        StandardOutput.print(options.json ? report.jsonLines() : report.table())
        if let failure = Failure(report) { throw failure }
    }

    private func report() throws(Failure) -> VectorReport {
        do throws(VectorRunnerError) {
            return try VectorRunner(directory: dir, only: only).report()
        } catch {
            throw Failure(error)
        }
    }
}
