import Identity

/// The file in which a client keeps what it says of itself: a ``Hello``'s bytes, as they go over the line.
///
/// Credential and certificate lie in one file, so that they change together.
enum HelloFile {
    /// Issues the first ones, stores them, and returns them.
    static func first(
        of keys: ClientKeys, name: DisplayName, in part: borrowing SealedPart
    ) throws(HomeError) -> Hello {
        let first = DeviceSerial(1)
        let certificate = LineCertificate.issue(
            device: keys.device, lineKey: keys.lineKey, identityKey: keys.identityKey, serial: first)
        return try store(credential(of: keys, serial: first, name: name), certificate, in: part)
    }

    /// - Parameter name: if it is another than the stored one, a credential with the next serial is issued and stored.
    /// - Throws: ``HomeError/damaged(path:)`` if signatures or keys don't agree.
    static func load(
        of keys: ClientKeys, named name: DisplayName? = nil, in part: borrowing SealedPart
    ) throws(HomeError) -> Hello {
        guard let file = try part.read(HomeFile.hello, byteCountMax: HomeLimits.helloFileByteCountMax),
            let stored = verify(Array(copying: file), against: keys)
        else { throw .damaged(path: part.path(of: HomeFile.hello)) }
        guard let name, name != stored.credential.name else { return stored }
        guard let next = stored.credential.serial.next else { throw .damaged(path: part.path(of: HomeFile.hello)) }
        return try store(credential(of: keys, serial: next, name: name), stored.certificate, in: part)
    }

    private static func verify(_ bytes: [UInt8], against keys: ClientKeys) -> Hello? {
        guard let hello = try? UnverifiedHello(bytes).bound(to: keys.lineKey).verified(), keys.match(hello)
        else { return nil }
        return hello
    }

    private static func credential(of keys: ClientKeys, serial: DeviceSerial, name: DisplayName) -> Credential {
        Credential.issue(identity: keys.identity, device: keys.deviceKey, serial: serial, name: name)
    }

    private static func store(
        _ credential: Credential, _ certificate: LineCertificate, in part: borrowing SealedPart
    ) throws(HomeError) -> Hello {
        let hello: Hello
        do throws(IdentityError) {
            hello = try Hello(credential: credential, certificate: certificate)
        } catch {
            throw .damaged(path: part.path(of: HomeFile.hello))
        }
        try part.replace(HomeFile.hello, with: hello.encoded.span)
        return hello
    }
}
