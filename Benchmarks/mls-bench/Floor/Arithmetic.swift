import MLS

/// What an operation can't do without: how often each piece of arithmetic, each with the bytes that it reads.
///
/// AEADs and hashes are counted like curve operations: without them nothing would be sealed or derived. What isn't
/// counted is what the library is to be measured by: encoding, looking up, copying, allocating.
struct Arithmetic {
    struct Part {
        let work: Work
        let count: Int
    }

    private(set) var parts: [Part] = []

    static func of(_ works: Work...) -> Arithmetic { Arithmetic(parts: works.map { Part(work: $0, count: 1) }) }

    static func + (left: Arithmetic, right: Arithmetic) -> Arithmetic {
        Arithmetic(parts: left.parts + right.parts)
    }

    static func * (count: Int, once: Arithmetic) -> Arithmetic {
        Arithmetic(parts: once.parts.map { Part(work: $0.work, count: count * $0.count) })
    }
}

extension Arithmetic {
    enum Work: Hashable {
        /// Ed25519 over so many bytes.
        case signature(Int)
        case verification(Int)
        /// A KEM's: for X25519 one multiplication of the base point.
        case keyPair
        /// For X25519 one multiplication of the base point and one of another.
        case encapsulation
        /// For X25519 one multiplication of a point.
        case decapsulation
        /// ChaCha20-Poly1305 of so many bytes.
        case seal(Int)
        case open(Int)
        /// SHA-256 of so many bytes at once.
        case hash(Int)
    }
}

extension Arithmetic.Work {
    /// So many calls of SHA-256's compression function, 64 bytes each: HMACs and what HKDF is made of.
    static func compressions(_ count: Int) -> Self { .hash(64 * count) }
}
