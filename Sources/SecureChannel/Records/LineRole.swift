/// Which end of a line this is. Only a relay accepts, and only a relay refuses.
enum LineRole: Sendable {
    case client
    case relay
}
