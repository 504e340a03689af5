extension HandshakePattern {
    /// What a party does at one place of a message pattern (§7.1, §9.2).
    public enum Token: String, Sendable, Hashable, CaseIterable {
        /// Sends its ephemeral key.
        case e
        /// Sends its static key, encrypted once there is a key.
        case s
        /// Both mix in the Diffie-Hellman of the ephemeral keys.
        case ee
        /// Both mix in the one of the initiator's ephemeral and the responder's static key.
        case es
        /// Both mix in the one of the initiator's static and the responder's ephemeral key.
        case se
        /// Both mix in the one of the static keys.
        case ss
        /// Both mix in the next pre-shared key.
        case psk
    }
}
