extension Failure {
    /// The same of a message that waits in this home until it can be sent.
    var kept: Failure {
        Failure(
            status, sentence,
            mend: "The message is kept, and goes out with a later command once the relay takes it: don't say it again.")
    }
}
