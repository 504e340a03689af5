/// Why a command ended without doing what it was asked for, in words for the person who gave it.
///
/// Commands throw nothing else: each room's errors become one of these in one place.
struct Failure: Error, Equatable, Sendable {
    let status: ExitStatus
    /// One sentence: what happened, with its full stop.
    let sentence: String
    /// The command that mends it, or what to do; `nil` where nothing can be said.
    let mend: String?

    init(_ status: ExitStatus, _ sentence: String, mend: String? = nil) {
        self.status = status
        self.sentence = sentence
        self.mend = mend
    }

    /// What is told on standard error: the sentence, and below it what to do.
    var message: String {
        guard let mend else { return sentence }
        return sentence + "\n" + mend
    }
}
