import ArgumentParser

/// Whether a command that reads asks the relay first.
struct OfflineOption: ParsableArguments {
    @Flag(help: "Only what is kept here: the relay isn't dialled.")
    var offline = false
}
