import ArgumentParser
import Identity

struct FingerprintCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fingerprint",
        abstract: "Show the fingerprint of your identity, and of the relay in this home.",
        discussion: """
            Example:
              sotto fingerprint
              sotto fingerprint --qr

            Keys are made on first use. Read it to the other person over a channel you trust, all 64 digits.
            """)

    @OptionGroup var options: GlobalOptions

    @Flag(help: "As a picture too, for a phone to read.")
    var qr = false

    func run() async throws {
        let home = try options.homeDirectory()
        do throws(HomeError) {
            let relay = try RelayHome.look(in: home)
            let passphrase = options.passphrase
            var identity = try ClientHome.look(in: home, passphrase: passphrase, report: options.report)?.credential
            if relay == nil, identity == nil {
                identity = try ClientHome(home, passphrase: passphrase, report: options.report).hello.credential
            }
            if let relay { show("relay", Fingerprint(of: relay)) }
            if let identity { show("identity", Fingerprint(of: identity.identityKey), name: identity.name) }
        } catch {
            throw Failure(error)
        }
    }

    private func show(_ kind: String, _ fingerprint: Fingerprint, name: DisplayName? = nil) {
        guard options.json else {
            StandardOutput.print("\(kind)  \(fingerprint.text)")
            let picture = qr ? QRPicture(ungrouped: fingerprint.text) : nil
            StandardOutput.print(picture, colour: options.hasColour(on: .output))
            return
        }
        var object = JSONObject(["kind": .string(kind), "fingerprint": .string(fingerprint.text)])
        if let name { object.add("name", .string(name.text)) }
        StandardOutput.print(object.line)
    }
}
