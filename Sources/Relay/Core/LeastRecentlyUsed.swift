/// A table that knows which of its values was looked at the longest ago.
///
/// It doesn't grow by itself alone: whoever puts something in says how much may stay.
package struct LeastRecentlyUsed<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private struct Slot: Sendable {
        let key: Key
        var value: Value
        var newer: Int?
        var older: Int?
    }

    private var places: [Key: Int] = [:]
    private var slots: [Slot?] = []
    private var freePlaces: [Int] = []
    private var newest: Int?
    private var oldest: Int?

    package init() {}

    package var count: Int { places.count }

    /// From the newest on, without making any of them newer.
    package var keys: [Key] {
        var (keys, place) = ([Key](), newest)
        while let here = place, let slot = slots[here] {
            keys.append(slot.key)
            place = slot.older
        }
        return keys
    }

    /// Without making it newer.
    package func peek(_ key: Key) -> Value? { places[key].flatMap { slots[$0]?.value } }

    /// Changes it where it is, without making it newer.
    package mutating func change(_ key: Key, _ body: (inout Value) -> Void) {
        guard let place = places[key], var slot = slots[place] else { return }
        slots[place] = nil
        body(&slot.value)
        slots[place] = slot
    }

    /// Makes it the newest.
    package mutating func value(_ key: Key) -> Value? {
        guard let value = take(key) else { return nil }
        put(value, key)
        return value
    }

    /// Takes it out, so that it can be changed in place and put back.
    package mutating func take(_ key: Key) -> Value? {
        guard let place = places.removeValue(forKey: key), let slot = slots[place] else { return nil }
        unlink(slot)
        slots[place] = nil
        freePlaces.append(place)
        return slot.value
    }

    /// The newest from now on.
    package mutating func put(_ value: Value, _ key: Key) {
        _ = take(key)
        let slot = Slot(key: key, value: value, newer: nil, older: newest)
        let place = freePlaces.popLast() ?? slots.count
        if place == slots.count { slots.append(slot) } else { slots[place] = slot }
        if let newest { slots[newest]?.newer = place } else { oldest = place }
        newest = place
        places[key] = place
    }

    package mutating func removeOldest() -> (key: Key, value: Value)? {
        guard let oldest, let slot = slots[oldest], let value = take(slot.key) else { return nil }
        return (slot.key, value)
    }

    private mutating func unlink(_ slot: Slot) {
        if let newer = slot.newer { slots[newer]?.older = slot.older } else { newest = slot.older }
        if let older = slot.older { slots[older]?.newer = slot.newer } else { oldest = slot.newer }
    }
}
