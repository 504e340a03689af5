/// By which plain characters one that looks like them is read.
struct Lookalikes: Sendable {
    private var skeletons: [Unicode.Scalar: [Unicode.Scalar]] = [:]

    /// Words as ``LookalikeTable`` writes them.
    init(packed: String) {
        for word in packed.utf8.split(separator: UInt8(ascii: " ")) {
            let halves = word.split(separator: UInt8(ascii: "="))
            guard halves.count == 2 else { continue }
            let skeleton = halves[0].split(separator: UInt8(ascii: "-")).compactMap {
                Unicode.Scalar(UnicodeTable.number(in: $0))
            }
            var last: UInt32 = 0
            for gap in halves[1].split(separator: UInt8(ascii: ".")) {
                last += UnicodeTable.number(in: gap)
                if let scalar = Unicode.Scalar(last) { skeletons[scalar] = skeleton }
            }
        }
    }

    subscript(scalar: Unicode.Scalar) -> [Unicode.Scalar]? { skeletons[scalar] }
}
