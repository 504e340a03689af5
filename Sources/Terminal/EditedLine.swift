/// A text and a cursor that stands between two of its characters as readers see them (grapheme clusters).
///
/// Two strings, so that no index can point outside or into a cluster. A word is a run of characters that aren't
/// whitespace.
struct EditedLine: Sendable {
    private(set) var beforeCursor = ""
    private(set) var afterCursor = ""

    init(_ text: String = "") {
        beforeCursor = text
    }

    var text: String { beforeCursor + afterCursor }
    var isEmpty: Bool { beforeCursor.isEmpty && afterCursor.isEmpty }
    var byteCount: Int { beforeCursor.utf8.count + afterCursor.utf8.count }

    mutating func insert(_ text: String) {
        beforeCursor += text
    }

    mutating func deleteLeft() {
        beforeCursor = String(beforeCursor.dropLast())
    }

    mutating func deleteRight() {
        afterCursor = String(afterCursor.dropFirst())
    }

    mutating func move(_ move: Move) {
        switch move {
        case .left: splitBefore(characters: beforeCursor.count - 1)
        case .right: splitAfter(characters: 1)
        case .wordLeft:
            splitBefore(
                characters: beforeCursor.reversed().drop(while: \.isWhitespace).drop { !$0.isWhitespace }.count)
        case .wordRight:
            let rest = afterCursor.drop(while: \.isWhitespace).drop { !$0.isWhitespace }
            splitAfter(characters: afterCursor.count - rest.count)
        case .toStart: splitBefore(characters: 0)
        case .toEnd: splitAfter(characters: afterCursor.count)
        }
    }

    /// Cuts what the move passes over.
    mutating func cut(_ move: Move) -> String {
        let (before, after) = (beforeCursor, afterCursor)
        self.move(move)
        // By scalars: where the halves of a cluster meet, characters don't add up.
        let cutLeft = afterCursor.unicodeScalars.dropLast(after.unicodeScalars.count)
        let cutRight = beforeCursor.unicodeScalars.dropFirst(before.unicodeScalars.count)
        if cutLeft.isEmpty { beforeCursor = before } else { afterCursor = after }
        return String(cutLeft) + String(cutRight)
    }

    private mutating func splitBefore(characters count: Int) {
        let kept = max(0, count)
        afterCursor = beforeCursor.dropFirst(kept) + afterCursor
        beforeCursor = String(beforeCursor.prefix(kept))
    }

    private mutating func splitAfter(characters count: Int) {
        beforeCursor += afterCursor.prefix(count)
        afterCursor = String(afterCursor.dropFirst(count))
    }
}

extension EditedLine {
    enum Move {
        case left, right, wordLeft, wordRight, toStart, toEnd
    }
}
