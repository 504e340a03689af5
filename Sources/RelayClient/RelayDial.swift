import Identity
import NIOCore
import RelayProtocol
import SecureChannel

/// One attempt at a line, which tells the client's core how it went.
struct RelayDial: Sendable {
    let address: RelayAddress
    let pin: RelayKey
    let dialer: LineDialer
    let core: NIOLoopBoundBox<ClientCore>

    func start(on loop: any EventLoop) {
        let core = core
        let setup = RelayConnection.setup { output, peer in
            RelayConnection(output: output, peer: peer, listener: core.value)
        }
        Task {
            do throws(LineError) {
                let dialled = try await dialer.dial(
                    host: address.host.text, port: address.port, pin: pin, setup: setup)
                loop.execute { core.value.dialled(dialled.channel) }
            } catch {
                loop.execute { core.value.dialFailed(error) }
            }
        }
    }
}
