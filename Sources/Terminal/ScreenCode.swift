/// The whole vocabulary in which Sotto speaks to a terminal. None of it touches what has scrolled away.
package enum ScreenCode {
    /// Asks for pastes between marks, so that a pasted line end is no Enter. Undo with `bracketedPasteOff` on leaving.
    package static let bracketedPasteOn = "\u{1B}[?2004h"
    package static let bracketedPasteOff = "\u{1B}[?2004l"
    package static let bell = "\u{7}"
    /// The row of the cursor, whole.
    package static let eraseRow = lineStart + eraseToLineEnd

    static let lineStart = "\r"
    /// CR too: in raw mode LF alone goes straight down.
    static let nextLine = "\r\n"
    static let eraseToLineEnd = "\u{1B}[K"
    static let eraseBelow = "\u{1B}[J"
    static let topLeft = "\u{1B}[H"
    static let plain = "\u{1B}[0m"

    /// - Parameter cell: counted from 0, as everywhere in this room.
    static func moveTo(cell: Int) -> String {
        "\u{1B}[\(cell + 1)G"
    }

    static func style(_ code: String) -> String {
        "\u{1B}[\(code)m"
    }
}
