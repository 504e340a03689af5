/// What became of a home's passphrase.
struct PassphraseReport {
    private let options: GlobalOptions

    init(_ options: GlobalOptions) { self.options = options }

    func tell(isSet: Bool) {
        if options.json {
            StandardOutput.print(JSONObject(["event": "passphrase", "set": .flag(isSet)]).line)
        } else if !options.quiet {
            StandardError.tell(
                isSet
                    ? "This home opens with that passphrase alone from now on. An older copy opens as it did before."
                    : "This home opens without a passphrase from now on: its key lies beside what it seals.")
        }
    }
}
