import MLS
import TestSupport
import Testing

struct KeyTableTests {
    @Test func findsWhatAListFinds() {
        var random = SeededRandom.announced()
        var table = KeyTable()
        var list: [(key: [UInt8], node: NodeIndex)] = []
        var mostAtOnce = 0
        for step in 0..<4_000 {
            let key = [UInt8](number: Int.random(in: 0..<300, using: &random))
            let node = NodeIndex(UInt64.random(in: 0..<600, using: &random))
            // Growing first, shrinking later, so that places are freed in full runs.
            if Int.random(in: 0..<10, using: &random) < (step < 2_000 ? 7 : 3) {
                table.insert(key, at: node)
                list.append((key, node))
            } else if let place = list.indices.randomElement(using: &random) {
                table.remove(list[place].key, at: list[place].node)
                list.remove(at: place)
            }
            mostAtOnce = max(mostAtOnce, list.count)
            #expect(table.count == list.count)
            var asked: [NodeIndex] = []
            let refused = table.first(key) { node in
                asked.append(node)
                return false
            }
            #expect(refused == nil)
            // Two of 300 keys have the same 32 bits of hash in one run of a hundred thousand.
            let nodes = list.filter { $0.key == key }.map(\.node)
            #expect(asked.map(\.rawValue).sorted() == nodes.map(\.rawValue).sorted())
            for node in nodes { #expect(table.first(key) { $0 == node } == node) }
        }
        #expect(mostAtOnce > 400)
    }

    @Test func forgettingWhatIsNotThereChangesNothing() {
        var table = KeyTable(reserving: 4)
        table.insert([1], at: NodeIndex(4))
        table.remove([1], at: NodeIndex(6))
        table.remove([2], at: NodeIndex(4))
        table.remove([], at: NodeIndex(0))
        #expect(table.count == 1)
        #expect(table.first([1]) { _ in true } == NodeIndex(4))
    }

    @Test func holdsMoreThanWasReserved() {
        var table = KeyTable(reserving: 1)
        for number in 0..<1_000 { table.insert([UInt8](number: number), at: NodeIndex(UInt64(number))) }
        for number in 0..<1_000 {
            let node = NodeIndex(UInt64(number))
            #expect(table.first([UInt8](number: number)) { $0 == node } == node)
        }
    }

    @Test func aHitIsAskedForUntilItMatches() {
        var table = KeyTable()
        for node in 0..<5 { table.insert([7], at: NodeIndex(UInt64(node))) }
        var asked: [NodeIndex] = []
        let found = table.first([7]) { node in
            asked.append(node)
            return false
        }
        #expect(found == nil)
        #expect(Set(asked) == Set((0..<5).map { NodeIndex($0) }))
    }
}
