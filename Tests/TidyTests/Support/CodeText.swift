/// Swift text without comments and string contents, line for line, so that a word is found only where it means
/// something. Code in a string's interpolation stays code.
enum CodeText {
    static func strip(_ text: String) -> String {
        var reader = Reader(characters: Array(text))
        reader.code(until: nil)
        return String(reader.output)
    }

    private struct Reader {
        let characters: [Character]
        var position = 0
        var output: [Character] = []

        init(characters: [Character]) { self.characters = characters }

        private func follows(_ text: String) -> Bool {
            characters[position...].starts(with: Array(text))
        }

        /// Reads code up to an unmatched `closing`, which it leaves, or to the end.
        mutating func code(until closing: Character?) {
            var depth = 0
            while position < characters.count {
                if follows("//") {
                    skipLine()
                } else if follows("/*") {
                    skipComment()
                } else if let hashes = stringStart() {
                    string(hashes)
                } else {
                    let character = characters[position]
                    if closing != nil {
                        if character == "(" { depth += 1 }
                        if character == ")" {
                            if depth == 0 { return }
                            depth -= 1
                        }
                    }
                    output.append(character)
                    position += 1
                }
            }
        }

        private mutating func skipLine() {
            while position < characters.count, !characters[position].isNewline { position += 1 }
        }

        /// They nest.
        private mutating func skipComment() {
            var depth = 0
            repeat {
                if follows("/*") {
                    depth += 1
                    position += 2
                } else if follows("*/") {
                    depth -= 1
                    position += 2
                } else {
                    keepNewline()
                    position += 1
                }
            } while depth > 0 && position < characters.count
            output.append(" ")
        }

        /// The number of `#` before a quotation mark that stands here.
        private func stringStart() -> Int? {
            var end = position
            while end < characters.count, characters[end] == "#" { end += 1 }
            return end < characters.count && characters[end] == "\"" ? end - position : nil
        }

        private mutating func string(_ hashCount: Int) {
            let hashes = String(repeating: "#", count: hashCount)
            position += hashCount
            let mark = follows("\"\"\"") ? "\"\"\"" : "\""
            position += mark.count
            output.append("\"")
            while position < characters.count, !follows(mark + hashes) {
                if follows("\\" + hashes + "(") {
                    position += 2 + hashCount
                    output.append(contentsOf: "\\(")
                    code(until: ")")
                } else if follows("\\" + hashes) {
                    position += 2 + hashCount
                } else {
                    keepNewline()
                    position += 1
                }
            }
            position += mark.count + hashCount
            output.append("\"")
        }

        private mutating func keepNewline() {
            if characters[position].isNewline { output.append("\n") }
        }
    }
}
