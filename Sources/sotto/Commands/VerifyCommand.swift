import ArgumentParser
import Identity
import NIOCore
import NIOPosix
import SecureChannel
import Sodium

struct VerifyCommand: RelayCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Compare a person's or a relay's key with what they say it is.",
        discussion: """
            Examples:
              sotto verify @bob                           the safety number that you and Bob see alike
              sotto verify @bob '10992 34888 …' --mark    mark him verified if his is the same
              sotto verify '0123 4567 89AB …'             somebody from a room, by fingerprint
              sotto verify @bob --pin '0123 4567 89AB …'  his key has changed: it is this one
              sotto verify chat.example.org
              sotto verify chat.example.org '0123 4567 89AB …'

            Exits with 0 if they match, with 3 if they don't. Of people it asks nobody but this home. A relay that isn't known yet is asked for its
            key, and nothing is remembered.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption

    @Argument(help: "@name or a person's fingerprint; or HOST[:PORT], or the relay's invite line.")
    var host: String

    @Argument(help: "What it should be: a fingerprint, or a person's safety number; case and spaces don't matter.")
    var fingerprint: String?

    @Flag(help: "Show the number or fingerprint as a picture too, for a phone to read.")
    var qr = false

    @Flag(help: "Mark the person verified. Without a number or fingerprint it asks.")
    var mark = false

    @Flag(help: "Take the new key in place of the old one if it bears what was given; of a relay, ask for it.")
    var pin = false

    func validate() throws {
        if pin, fingerprint == nil { throw ValidationError("--pin needs the fingerprint that the new key must have.") }
    }

    var isOffline: Bool { true }

    func run() async throws {
        if try PersonAddress(host) != nil { try await atRelay() } else { try await verifyRelay() }
    }

    func perform(in session: RoomsSession) async throws(Failure) {
        guard let address = try PersonAddress(host) else {
            throw Failure(.wrongUsage, "That isn't for here.", mend: "In another terminal: sotto verify HOST")
        }
        let proof = try fingerprint.map { text throws(Failure) in try PersonProof(given: text) }
        let canAsk = options.canAsk && !(session.output is LiveOutput)
        guard !mark || proof != nil || canAsk else {
            throw Failure(.wrongUsage, "--mark needs the number that they see, where nobody can be asked.")
        }
        let verification = VerifyPerson(
            address: address, proof: proof, marks: mark, pins: pin, canAsk: canAsk, qr: qr)
        try await verification.run(session)
    }

    private func verifyRelay() async throws {
        guard !mark else {
            throw Failure(.wrongUsage, "--mark is for people.", mend: "sotto verify HOST --pin FINGERPRINT")
        }
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
            if qr { StandardOutput.print(QRPicture(ungrouped: shown.text), colour: options.hasColour(on: .output)) }
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
