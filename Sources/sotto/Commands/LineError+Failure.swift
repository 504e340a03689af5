import Identity
import SecureChannel

extension Failure {
    /// What a line's end means to whoever dialled `address`.
    init(_ error: LineError, dialling address: RelayAddress) {
        let place = address.hostAndPort
        switch error {
        case .relayKeyChanged(let pinned, let presented):
            self.init(
                .keyChanged,
                """
                The relay at \(place) shows another key than the one pinned. Nothing was sent to it.
                  pinned  \(Fingerprint(of: pinned).text)
                  shown   \(Fingerprint(of: presented).text)
                """,
                mend: "Ask its owner. If the new one is right: "
                    + "sotto verify \(Self.place(of: address, showing: presented)) --pin '\(Fingerprint(of: presented).text)'"
            )
        case .relayUnknown(let presented):
            self.init(
                .keyChanged, "The relay at \(place) isn't known, and its key wasn't accepted.",
                mend: "If this is its fingerprint, \(Fingerprint(of: presented).text), run: "
                    + "sotto client \(address.pinned(to: presented).inviteLine ?? place)")
        case .refused(let refusal): self.init(refusal, of: place)
        case .unreachable:
            self.init(
                .unreachable, "No relay answers at \(place).",
                mend: "Check that it runs there (sotto host, or sotto server), and the address.")
        case .unusableKey:
            self.init(.damaged, "This client's keys can't be used.", mend: "Restore its home from a backup.")
        default:
            self.init(
                .unreachable, "The relay at \(place) ended the line without a word (\(error.words)).",
                mend: "It may hide from those who don't know its key: ask its owner for the invite line "
                    + "(sotto://\(place)/KEY) and check that it is still the relay's.")
        }
    }

    /// With the key, where it is the one that is shown: a relay that hides answers only who knows it.
    private static func place(of address: RelayAddress, showing key: RelayKey) -> String {
        let isKnown = address.relayKey?.isSame(as: key) ?? false
        return isKnown ? address.inviteLine ?? address.hostAndPort : address.hostAndPort
    }

    private init(_ refusal: Refusal, of place: String) {
        switch refusal {
        case .notAllowed:
            self.init(
                .refused, "The relay at \(place) doesn't serve this identity.",
                mend: "Give its owner your fingerprint (sotto fingerprint) for the allow list.")
        case .overLimit:
            self.init(
                .refused, "The relay at \(place) has too many connections.",
                mend: "Try again later; its owner can raise --max-connections or --max-connections-per-address.")
        case .version:
            self.init(
                .refused, "The relay at \(place) doesn't know this version of sotto.",
                mend: "Ask its owner to update it, or use an older sotto.")
        case .stopping:
            self.init(.unreachable, "The relay at \(place) is stopping.", mend: "Try again later.")
        }
    }
}

extension LineError {
    fileprivate var words: String {
        switch self {
        case .deadline: "it took too long"
        case .silent: "it no longer answers"
        case .lost: "the connection closed"
        default: "what it sent doesn't hold"
        }
    }
}
