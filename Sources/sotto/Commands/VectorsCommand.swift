import ArgumentParser

/// `sotto vectors`: whether this program computes what the world agreed on.
struct VectorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vectors",
        abstract: "Test the cryptography of this program with published vectors.",
        discussion: """
            EXAMPLES
              sotto vectors
              sotto vectors --dir ~/src/wycheproof/testvectors_v1
              sotto vectors --only rfc8032-ed25519 --json

            Without --dir the vectors run that this program carries in itself. With it also those of every Wycheproof
            and Noise file below the folder; a published file that was changed, in whatever byte, counts as failed.
            Exits with 1 if anything failed or nothing ran.
            """)

    @Option(help: ArgumentHelp("Run the upstream files found below this folder too.", valueName: "folder"))
    var dir: String?

    @Option(help: ArgumentHelp("Run this suite alone.", valueName: "name"))
    var only: String?

    @Flag(help: "Print an object a line: one for each suite, then the total.")
    var json = false

    func run() throws {
        let report = try report()
        print(json ? report.jsonLines() : report.table(), terminator: "")
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
