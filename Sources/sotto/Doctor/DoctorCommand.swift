import ArgumentParser
import Identity

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor", abstract: "Look for what is wrong with this installation, and say what mends it.",
        discussion: """
            Examples:
              sotto doctor
              sotto doctor --json
              sotto doctor --relay-view

            Each line is ok, warn or fail; the exit code is 1 if anything fails. With --relay-view it says instead what the
            relay sees of your rooms.
            """)

    @OptionGroup var options: GlobalOptions
    @OptionGroup var place: RelayOption
    @OptionGroup var kept: OfflineOption

    @Flag(help: "What the relay sees of your rooms, as far as this home knows.")
    var relayView = false

    func run() async throws {
        if relayView { return try await showRelayView() }
        let home = try options.homeDirectory()
        var findings = [SystemChecks.program(), SystemChecks.clock()] + HomeChecks(home: home).findings()
        if let disk = SystemChecks.disk(at: home.path) { findings.append(disk) }
        let report = { @Sendable [options] (notice: HomeNotice) in options.report(notice) }
        let client = ClientChecks(home: home, passphrase: options.passphrase, report: report).findings()
        findings += client.findings + relayHome(home) + [SystemChecks.lockedMemory()]
        for finding in findings { finding.print(options) }
        if !kept.offline {
            let relays = try place.address().map { [$0] } ?? client.relays
            let answers = await RelayChecks(relays: relays).findings()
            for finding in answers { finding.print(options) }
            findings += answers
        }
        let failed = findings.count { $0.state == .fail }
        guard failed == 0 else {
            throw Failure(.failed, failed == 1 ? "One check failed." : "\(failed) checks failed.", mend: "See above.")
        }
    }

    private func relayHome(_ home: HomeDirectory) -> [Finding] {
        do throws(HomeError) {
            guard let key = try RelayHome.look(in: home) else { return [] }
            return [.ok("own relay", "The relay's key in this home opens: \(Fingerprint(of: key).text).")]
        } catch { return [.fail("own relay", Failure(error))] }
    }

    private func showRelayView() async throws {
        let options = options
        _ = try await RoomsRun(options: options).offlineEach(at: place.address()) { session throws(Failure) in
            let printer = RelayViewPrinter(options, session.relay)
            printer.print(try await session.accountView())
            for view in try await session.relayViews() { printer.print(view) }
        }
    }
}
