/// Finds which node of a tree holds a key, in constant time: an open-addressed table of node numbers.
///
/// The keys themselves stay in the tree, so an entry is eight bytes and copying a table is copying an array. One key may
/// stand at several nodes: while a commit's proposals are applied, members may for a moment hold the same key.
/// The hash has a random key of its process (SipHash): nobody can choose keys that fall together.
package struct KeyTable: Sendable {
    /// Hash and node number plus one; 0 is free. Only node numbers below 2³² − 1 fit: ``MLSLimits/leavesMax`` sees to it.
    /// The count of places is a power of two.
    private var places: [UInt64]
    package private(set) var count = 0

    package init(reserving count: Int = 0) {
        places = Array(repeating: 0, count: KeyTable.placeCount(for: count))
    }

    /// A third of the places stays free, so that runs stay short.
    private static func placeCount(for count: Int) -> Int {
        var placeCount = 8
        while placeCount / 3 * 2 < count { placeCount *= 2 }
        return placeCount
    }
}

extension KeyTable {
    /// The first node noted under `key` for which `matches` says so.
    package func first(_ key: [UInt8], where matches: (NodeIndex) -> Bool) -> NodeIndex? {
        let hash = KeyTable.hash(of: key)
        var place = home(of: hash)
        while places[place] != 0 {
            if places[place] >> 32 == hash, matches(KeyTable.node(in: places[place])) {
                return KeyTable.node(in: places[place])
            }
            place = next(place)
        }
        return nil
    }

    package mutating func insert(_ key: [UInt8], at node: NodeIndex) {
        if KeyTable.placeCount(for: count + 1) > places.count { grow() }
        put(KeyTable.hash(of: key) << 32 | (node.rawValue + 1))
        count += 1
    }

    /// Forgets that `key` stands at `node`; nothing happens if it doesn't.
    package mutating func remove(_ key: [UInt8], at node: NodeIndex) {
        let entry = KeyTable.hash(of: key) << 32 | (node.rawValue + 1)
        var place = home(of: entry >> 32)
        while places[place] != entry {
            guard places[place] != 0 else { return }
            place = next(place)
        }
        closeGap(at: place)
        count -= 1
    }

    private mutating func put(_ entry: UInt64) {
        var place = home(of: entry >> 32)
        while places[place] != 0 { place = next(place) }
        places[place] = entry
    }

    private mutating func grow() {
        let old = places
        places = Array(repeating: 0, count: old.count * 2)
        for entry in old where entry != 0 { put(entry) }
    }

    /// Moves back what a search would no longer reach across the freed place.
    private mutating func closeGap(at freed: Int) {
        var gap = freed
        var place = next(gap)
        while places[place] != 0 {
            let home = home(of: places[place] >> 32)
            if (place &- home) & mask >= (place &- gap) & mask {
                places[gap] = places[place]
                gap = place
            }
            place = next(place)
        }
        places[gap] = 0
    }
}

extension KeyTable {
    private var mask: Int { places.count - 1 }

    private func home(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & mask }

    private func next(_ place: Int) -> Int { (place + 1) & mask }

    private static func node(in entry: UInt64) -> NodeIndex { NodeIndex((entry & 0xFFFF_FFFF) - 1) }

    /// 32 bits. Words at a time, all of them: an X-Wing key has 1,216 bytes, and whoever makes one chooses most of them.
    private static func hash(of key: [UInt8]) -> UInt64 {
        let bytes = key.span
        var hasher = Hasher()
        var index = 0
        while index &+ 8 <= bytes.count {
            var word = UInt64(bytes[index]) | UInt64(bytes[index &+ 1]) << 8
            word |= UInt64(bytes[index &+ 2]) << 16 | UInt64(bytes[index &+ 3]) << 24
            word |= UInt64(bytes[index &+ 4]) << 32 | UInt64(bytes[index &+ 5]) << 40
            word |= UInt64(bytes[index &+ 6]) << 48 | UInt64(bytes[index &+ 7]) << 56
            hasher.combine(word)
            index &+= 8
        }
        while index < bytes.count {
            hasher.combine(bytes[index])
            index &+= 1
        }
        return UInt64(UInt32(truncatingIfNeeded: hasher.finalize()))
    }
}
