/// Why a text isn't a relay's address.
package enum RelayAddressError: Error, Equatable, Sendable {
    case empty
    /// More than ``RelayAddress/textByteCountMax`` bytes.
    case tooLong
    /// A scheme that isn't `sotto://`.
    case otherScheme
    /// Neither a DNS name nor an IPv4 address nor an IPv6 address in brackets.
    case badHost
    /// Looks like an IPv6 address without brackets.
    case missingBrackets
    /// An invite line without a port.
    case missingPort
    /// Not a decimal number from 1 to 65535.
    case badPort
    /// An invite line without a key.
    case missingKey
    /// The key isn't 43 characters of canonical base64url.
    case badKey
    /// A room link, `#ROOM.SECRET`: not yet understood. Its secret was read and forgotten.
    case roomLink
}
