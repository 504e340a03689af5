import Foundation
import Identity

@testable import sotto

/// `sotto host` or `sotto server` of the built program, on a port of its own.
struct RelayProcess: Sendable {
    enum Kind: String, CaseIterable, Sendable { case host, server }

    let process: SottoProcess
    let port: Int
    let key: RelayKey
    /// What another person is told to run.
    let invite: String

    struct DidNotStart: Error { let errors: String }

    /// - Parameter port: 0 for any.
    static func start(
        _ kind: Kind, home: String, port: Int = 0, _ options: [String] = [], after shell: String = ":",
        reader: SottoProcess.Reader = .attentive
    ) async throws -> RelayProcess {
        let arguments = [kind.rawValue, "--home", home, "--listen", "127.0.0.1:\(port)", "--json"]
        let process = try SottoProcess(arguments + options, after: shell, reader: reader)
        await eventually(within: 30) { process.output.contains("\n") || !process.isRunning }
        struct Listening: Decodable { let invite: String }
        guard let line = process.outputLines.first,
            let said = try? JSONDecoder().decode(Listening.self, from: Data(line.utf8)),
            let address = try? RelayAddress(said.invite), let key = address.relayKey
        else { throw DidNotStart(errors: process.errors) }
        return RelayProcess(process: process, port: Int(address.port), key: key, invite: said.invite)
    }
}
