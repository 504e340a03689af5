/// A handshake in the form of the published Noise vectors.
struct EmbeddedNoise: EmbeddedCase {
    let id: String
    let vector: NoiseVector

    func passes() throws -> Bool { try vector.passes() }
}
