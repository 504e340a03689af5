import MLS
import TestSupport
import Testing

@Suite struct SimulationTests {
    @Test(arguments: [(CipherSuite.x25519ChaCha20Poly1305, 300), (.x25519AES128GCM, 60), (.xWingChaCha20Poly1305, 60)])
    func everybodyAgreesAndHearsEverythingOnce(suite: CipherSuite, epochs: Int) throws {
        let seed = SeededRandom.announcedSeed("simulation at suite \(suite.rawValue)")
        var simulation = try Simulation(suite, seed: seed)
        try simulation.run(epochs: epochs)
        try simulation.expectAgreement()
        for index in simulation.residents.indices { try simulation.readEverything(index) }
        #expect(simulation.commits == epochs + 1)
        #expect(simulation.deliveries > epochs)
        print("suite \(suite.rawValue): \(simulation.deliveries) deliveries, \(simulation.born) people")
    }
}
