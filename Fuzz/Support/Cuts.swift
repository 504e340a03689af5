/// Where bytes are cut into pieces, as a network or a sender might: sizes used in turn.
package struct Cuts {
    /// What remains after so many is one more: a run must stay short.
    private static let piecesMax = 500

    private let sizes: [Int]

    /// Up to seven sizes, one byte each: small ones exactly, large ones in thousands. None means one piece.
    package init(_ input: inout FuzzInput) {
        sizes = input.take(Int(input.byte() & 7)).map { $0 < 200 ? Int($0) + 1 : (Int($0) - 199) * 1_000 }
    }

    package init(_ sizes: Int...) { self.sizes = sizes }

    package func pieces(of bytes: some Collection<UInt8>) -> [[UInt8]] {
        var pieces: [[UInt8]] = []
        var left = bytes[...]
        while !left.isEmpty {
            let size = sizes.isEmpty || pieces.count == Self.piecesMax ? left.count : sizes[pieces.count % sizes.count]
            pieces.append(Array(left.prefix(size)))
            left = left.dropFirst(size)
        }
        return pieces
    }
}
