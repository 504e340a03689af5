import Sodium

extension HPKEError {
    /// What libsodium refused. Lengths are checked before it is called.
    init(_ error: SodiumError) {
        switch error {
        case .doesNotOpen: self = .doesNotOpen
        case .zeroSharedSecret: self = .invalidPublicKey
        case .outputTooLong: self = .outputTooLong
        case .wrongLength, .outOfMemory: self = .wrongLength
        }
    }
}
