/// What the relay, and this program, have used since it began.
struct Measurement {
    private let server: ServerProcess
    private let began: (wall: Double, own: Double, user: Double, system: Double)

    init(of server: ServerProcess) throws {
        self.server = server
        let cpu = try server.cpuSeconds
        began = (Clock.wallSeconds, Clock.cpuSeconds, cpu.user, cpu.system)
    }

    struct Used {
        let wall: Double
        let own: Double
        let user: Double
        let system: Double
        var server: Double { user + system }
    }

    func used() throws -> Used {
        let cpu = try server.cpuSeconds
        return Used(
            wall: Clock.wallSeconds - began.wall, own: Clock.cpuSeconds - began.own, user: cpu.user - began.user,
            system: cpu.system - began.system)
    }
}
