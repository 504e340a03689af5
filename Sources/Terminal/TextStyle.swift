/// How a run of text looks. Meaning must not hang on it: without colour all styles look the same.
package enum TextStyle: Hashable, Sendable, CaseIterable {
    case plain, bold, dim, red, green, yellow, blue, magenta, cyan
    /// For pictures, which must look alike on every screen.
    case whiteOnBlack

    /// Parameters of SGR (ECMA-48 §8.3.117): the terminal's own palette, so that its owner's theme holds.
    var code: String? {
        switch self {
        case .plain: nil
        case .bold: "1"
        case .dim: "2"
        case .red: "31"
        case .green: "32"
        case .yellow: "33"
        case .blue: "34"
        case .magenta: "35"
        case .cyan: "36"
        case .whiteOnBlack: "97;40"
        }
    }
}
