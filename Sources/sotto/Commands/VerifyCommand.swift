import ArgumentParser
import Identity
import NIOCore
import NIOPosix
import SecureChannel
import Sodium

struct VerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Show a relay's pinned fingerprint, or compare it.",
        discussion: """
            Examples:
              sotto verify chat.example.org
              sotto verify chat.example.org '0123 4567 89AB …'

            Exits with 0 if the fingerprints match, with 3 if they don't. A relay that isn't known yet is asked for its
            key, and nothing is remembered.
            """)

    @OptionGroup var options: GlobalOptions

    @Argument(help: "HOST[:PORT], or the relay's invite line.")
    var host: String

    @Argument(help: "The fingerprint that it should have: 64 hex digits; case and spaces don't matter.")
    var fingerprint: String?

    @Flag(help: "Ask the relay for its key, and pin it in place of the old one if it bears the given fingerprint.")
    var pin = false

    func validate() throws {
        if pin, fingerprint == nil { throw ValidationError("--pin needs the fingerprint that the new key must have.") }
    }

    func run() async throws {
        let address = try RelayAddress(given: host)
        let home = try options.homeDirectory()
        let expected =
            try fingerprint.map { text throws(Failure) in try Fingerprint(given: text) }
            ?? address.relayKey.map { Fingerprint(of: $0) }
        let known = try pinnedKey(of: address, in: home)
        let (key, isPinned) = try await key(of: address, known: pin ? nil : known)
        let shown = Fingerprint(of: key)
        let matches = expected.map { $0 == shown }
        report(shown, address: address, isPinned: isPinned, matches: matches)
        if matches == false {
            throw Failure(
                .keyChanged, "The relay at \(address.hostAndPort) has another fingerprint than the one given.",
                mend: "Ask its owner for the right one (sotto fingerprint); until it matches, don't trust the relay.")
        }
        if pin { try replacePin(by: key, of: address, in: home) }
    }

    /// The invite line's key counts as given, where no fingerprint is.
    private func pinnedKey(of address: RelayAddress, in home: HomeDirectory) throws(Failure) -> RelayKey? {
        let pinned: RelayKey?
        do throws(HomeError) {
            pinned = try ClientHome.pins(in: home, passphrase: options.passphrase, report: options.report)[address]
        } catch { throw Failure(error) }
        if let pinned, let given = address.relayKey, !pin, !pinned.isSame(as: given) {
            throw Failure(.relayKeyChanged(pinned: pinned, presented: given), dialling: address)
        }
        return pinned
    }

    private func key(
        of address: RelayAddress, known: RelayKey?
    ) async throws(Failure) -> (key: RelayKey, isPinned: Bool) {
        if let known { return (known, true) }
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        // Nobody learns who asks: the line ends before its third message, so any key will do.
        let nobody = ClientLineIdentity(lineKey: X25519.SecretKey(), hello: [])
        let dialer = LineDialer(group: group, identity: nobody)
        let key: RelayKey
        do throws(Failure) {
            key = try await RelayProbe(dialer: dialer).shownKey(by: address)
        } catch {
            try? await group.shutdownGracefully()
            throw error
        }
        try? await group.shutdownGracefully()
        return (key, false)
    }

    private func report(_ shown: Fingerprint, address: RelayAddress, isPinned: Bool, matches: Bool?) {
        guard options.json else {
            StandardOutput.print("\(isPinned ? "pinned" : "shown")  \(shown.text)")
            if let matches { StandardOutput.print(matches ? "It matches." : "It does NOT match.") }
            return
        }
        var object = JSONObject([
            "relay": .string(address.hostAndPort), "fingerprint": .string(shown.text), "pinned": .flag(isPinned),
        ])
        if let matches { object.add("matches", .flag(matches)) }
        StandardOutput.print(object.line)
    }

    private func replacePin(by key: RelayKey, of address: RelayAddress, in home: HomeDirectory) throws(Failure) {
        do throws(HomeError) {
            try ClientHome(home, passphrase: options.passphrase, report: options.report)
                .replacePin(of: address, by: key)
        } catch {
            throw Failure(error)
        }
    }
}

extension Fingerprint {
    fileprivate init(given text: String) throws(Failure) {
        do throws(FingerprintError) {
            try self.init(text)
        } catch {
            throw Failure(
                .wrongUsage, "That isn't a fingerprint.",
                mend: "It has 64 hex digits, in 16 groups of 4: sotto fingerprint")
        }
    }
}
