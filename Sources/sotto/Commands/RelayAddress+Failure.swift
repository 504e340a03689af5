import Identity

extension RelayAddress {
    /// An address as a person gave it.
    init(given text: String) throws(Failure) {
        do throws(RelayAddressError) {
            try self.init(text)
        } catch {
            throw Failure(
                .wrongUsage, "That isn't a relay's address: \(error.words).",
                mend: "HOST, HOST:PORT, [IPv6]:PORT, or the invite line that the relay prints: sotto://HOST:PORT/KEY")
        }
    }
}

extension RelayAddressError {
    fileprivate var words: String {
        switch self {
        case .empty: "it is empty"
        case .tooLong: "it is too long"
        case .otherScheme: "it begins with something other than sotto://"
        case .badHost: "the host isn't a name or an IP address"
        case .missingBrackets: "an IPv6 address stands in brackets"
        case .missingPort: "an invite line names the port"
        case .badPort: "the port isn't a number from 1 to 65535"
        case .missingKey: "the invite line has no key"
        case .badKey: "the invite line's key is damaged"
        case .roomLink: "that is a room link: sotto join -"
        }
    }
}

extension DisplayName {
    /// A name as a person gave it.
    init(given text: String) throws(Failure) {
        do throws(NameError) { try self.init(text) } catch { throw Failure(error) }
    }
}

extension Failure {
    fileprivate init(_ error: NameError) {
        let why =
            switch error {
            case .empty: "it is empty"
            case .tooLong: "it is longer than 64 bytes"
            case .notUTF8: "it isn't UTF-8"
            case .forbidden(let scalar): "it holds U+" + String(scalar.value, radix: 16, uppercase: true)
            case .misplacedSpace: "spaces stand singly between words"
            case .tooManyMarks: "more than two combining marks follow each other"
            case .notNFC: "it isn't in Unicode's composed form (NFC)"
            case .badStart: "it begins with something that no name begins with"
            }
        self.init(.wrongUsage, "That can't be a name: \(why).", mend: "For example: --name Ann")
    }
}
