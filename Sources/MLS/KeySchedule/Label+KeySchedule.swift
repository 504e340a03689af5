/// Labels of RFC 9420 §8 and §9, encoded once.
extension Label {
    static let joiner = Label("joiner")
    static let welcome = Label("welcome")
    static let epoch = Label("epoch")
    static let initial = Label("init")
    static let senderData = Label("sender data")
    static let encryption = Label("encryption")
    static let exporter = Label("exporter")
    static let exported = Label("exported")
    static let external = Label("external")
    static let confirmation = Label("confirm")
    static let membership = Label("membership")
    static let resumption = Label("resumption")
    static let authentication = Label("authentication")
    static let derivedPSK = Label("derived psk")
    static let key = Label("key")
    static let nonce = Label("nonce")
    static let secret = Label("secret")
    static let tree = Label("tree")
    static let handshake = Label("handshake")
    static let application = Label("application")

    /// What a Welcome's secrets are sealed with (§12.4.3.1, §17.7).
    static let groupSecrets = Label("Welcome")
}
