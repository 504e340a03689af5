import ArgumentParser
import Identity

/// At which relay a command stands.
struct RelayOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The relay: HOST[:PORT] or its invite line. Not needed while one is known.", valueName: "address"))
    var relay: String?

    func address() throws(Failure) -> RelayAddress? {
        guard let relay else { return nil }
        return try RelayAddress(given: relay)
    }
}
