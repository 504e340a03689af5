import Chat
import Identity

extension RoomName {
    /// As a person names a new room, with or without the #.
    init(given text: String) throws(Failure) {
        self.init(try DisplayName(given: text.hasPrefix("#") ? String(text.dropFirst()) : text))
    }
}
