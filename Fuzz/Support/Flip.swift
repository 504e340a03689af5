/// One byte changed somewhere, or none.
package struct Flip {
    private let place: Int
    private let mask: UInt8

    package init(_ input: inout FuzzInput) {
        place = input.uint16()
        mask = input.byte()
    }

    /// Where it changes `bytes`; nothing if it doesn't.
    package func place(in bytes: [UInt8]) -> Int? { mask == 0 || bytes.isEmpty ? nil : place % bytes.count }

    package func applied(to bytes: [UInt8]) -> [UInt8] {
        var changed = bytes
        if let place = place(in: bytes) { changed[place] ^= mask }
        return changed
    }
}
