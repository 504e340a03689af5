public import Sodium

extension Group {
    /// Seals a message to the group (RFC 9420 §15), padded by ``GroupConfiguration/applicationPadding``: an MLSMessage.
    /// One of the own keys is used up: store the group before the message leaves.
    ///
    /// - Parameters:
    ///   - content: what the members read.
    ///   - authenticatedData: sent with it, signed, readable by everybody on its way.
    ///   - random: where the bytes come from that guard a key's nonce (RFC 9420 §6.3.1).
    /// - Throws: ``ValidationRule/applicationDataAfterCommit`` while cached proposals wait for a commit,
    ///   ``MLSError/exhausted``, ``MLSError/removed``, ``MLSError/reinitialised``, ``MLSError/malformed(_:)`` for more
    ///   than 2³⁰ − 1 bytes.
    public mutating func seal(
        _ content: [UInt8], authenticating authenticatedData: [UInt8] = [], random: RandomSource = .system
    ) throws(MLSError) -> [UInt8] {
        try seal(
            content, authenticating: authenticatedData, padding: configuration.applicationPadding, random: random)
    }

    /// The same with a padding of this message alone, whatever the configuration says.
    public mutating func seal(
        _ content: [UInt8], authenticating authenticatedData: [UInt8] = [], padding: Padding,
        random: RandomSource = .system
    ) throws(MLSError) -> [UInt8] {
        let keys = try active()
        // RFC 9420 §12.4: whoever is to be removed shall not read on.
        guard proposals.isEmpty else { throw .invalid(.applicationDataAfterCommit) }
        let message = try secrets?.seal(
            application: content, authenticatedData: authenticatedData, from: epoch.ownLeaf, with: keys.signatureKey,
            padding: padding, random: random)
        guard let message else { throw .removed }
        return try MLSMessage.privateMessage(message).bytes()
    }
}
