import Sodium

/// What an epoch's secrets are made from beside its context (RFC 9420 §8).
struct EpochIngredients: Sendable {
    let initSecret: Secret
    let commitSecret: Secret
    let pskSecret: Secret
}
