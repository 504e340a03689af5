import Identity
import SecureChannel

/// Which key a relay must show: the pinned one, the invite line's, or one that a person has just agreed to.
struct RelayMeeting: Sendable {
    let home: ClientHome
    let dialer: LineDialer
    let options: GlobalOptions

    /// `given` with the key that the relay must show.
    ///
    /// - Throws: ``Failure``, exit 3, if the invite line and the pin disagree, or if nobody can be asked.
    func address(_ given: RelayAddress) async throws(Failure) -> RelayAddress {
        let pinned = home.pinnedKey(of: given)
        switch (pinned, given.relayKey) {
        case (let pinned?, let invited?) where !pinned.isSame(as: invited):
            throw Failure(.relayKeyChanged(pinned: pinned, presented: invited), dialling: given)
        case (let known?, _), (nil, let known?): return given.pinned(to: known)
        case (nil, nil): return given.pinned(to: try await agreedKey(of: given))
        }
    }

    /// First contact: the relay shows its key and learns nothing; it is dialled anew once the person has agreed.
    private func agreedKey(of given: RelayAddress) async throws(Failure) -> RelayKey {
        guard options.canAsk else {
            throw Failure(
                .keyChanged, "The relay at \(given.hostAndPort) isn't known yet, and nobody can be asked.",
                mend: "Use its invite line: sotto client sotto://\(given.hostAndPort)/KEY")
        }
        let key = try await shownKey(by: given)
        let question = """
            This is the first time that you meet the relay at \(given.hostAndPort). Its fingerprint:

              \(Fingerprint(of: key).text)

            Compare it with what the relay's owner sees (sotto fingerprint). Is it the same?
            """
        guard Question.isConfirmed(question) else { throw Failure(.relayUnknown(key), dialling: given) }
        try home.remember(key, at: given)
        return key
    }

    /// The key that the relay at `given` shows to whoever asks.
    func shownKey(by given: RelayAddress) async throws(Failure) -> RelayKey {
        try await RelayProbe(dialer: dialer).shownKey(by: given)
    }
}
