import MLS

/// Numbers of private use (RFC 9420 §17.3).
extension ExtensionType {
    /// In a GroupContext: ``RoomSettings``.
    static let sottoRoom = ExtensionType(rawValue: 0xF501)
    /// In a leaf: the ``LinkMark`` of whoever came by a link.
    static let sottoLink = ExtensionType(rawValue: 0xF502)
    /// In a Welcome's GroupInfo: ``JoiningPoint``.
    static let sottoJoining = ExtensionType(rawValue: 0xF503)
    /// In a Welcome's GroupInfo: zeros, so that its length tells less.
    static let sottoPadding = ExtensionType(rawValue: 0xF504)
}
