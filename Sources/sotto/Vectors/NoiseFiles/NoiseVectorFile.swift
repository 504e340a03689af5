/// A file of Noise vectors, as cacophony and snow publish them.
struct NoiseVectorFile: Decodable {
    let vectors: [NoiseVector]

    func cases(path: String) -> [VectorCase] {
        vectors.enumerated().map { index, vector in
            vector.vectorCase("\(path):\(index + 1) \(vector.protocolName)")
        }
    }
}
