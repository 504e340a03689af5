import Sodium

/// A hash as the embedded vectors call it.
enum EmbeddedHashName: String, Decodable, Sendable {
    case sha256, sha512, blake2b

    var algorithm: HashAlgorithm {
        switch self {
        case .sha256: .sha256
        case .sha512: .sha512
        case .blake2b: .blake2b
        }
    }
}
