import Chat
import Identity
import RelayProtocol
import Terminal

/// Somebody's name as it is shown: with what is known of them beside it, in words and signs that no name can hold.
///
/// `✓` stands behind the names of verified people alone; a name that has such a sign in itself is shown without it.
struct ShownPerson: Sendable {
    let identity: IdentityKey
    let name: DisplayName
    let mark: PersonMark

    init(_ identity: IdentityKey, _ name: DisplayName, among people: RoomPeople) {
        (self.identity, self.name) = (identity, name)
        mark = people.mark(of: identity, named: name)
    }

    init(_ leaf: LeafName, among people: RoomPeople) { self.init(leaf.identity, leaf.name.name, among: people) }

    init(_ member: RoomMember, among people: RoomPeople) {
        self.init(member.identity, member.credential.name, among: people)
    }

    /// Of one line, safe on a screen.
    func styled(_ style: TextStyle = .cyan) -> StyledText {
        var shown = StyledText(DisplayText(Self.unsigned(name.text)), style)
        if mark.isVerified { shown = shown + StyledText(" ✓", .green) }
        if mark.needsFingerprint, !mark.isSelf {
            shown = shown + StyledText(DisplayText(" [\(shortFingerprint)]"), .dim)
        }
        if let warning { shown = shown + StyledText(DisplayText(" ⚠ \(warning)"), .red) }
        return shown
    }

    /// The same without colours. Where it is put on a screen it passes ``DisplayText`` there.
    var line: String {
        var line = Self.unsigned(name.text)
        if mark.isVerified { line += " ✓" }
        if mark.needsFingerprint, !mark.isSelf { line += " [\(shortFingerprint)]" }
        if let warning { line += " ⚠ \(warning)" }
        return line
    }

    /// For programs, beside the name and the fingerprint.
    var fields: [(String, JSONObject.Value)] {
        var fields: [(String, JSONObject.Value)] = [("verified", .flag(mark.isVerified))]
        if let name = mark.atName { fields.append(("contact", .string("@" + name.text))) }
        if let imitated = mark.imitated { fields.append(("confusableWith", .string(imitated.text))) }
        return fields
    }

    private var warning: String? {
        switch mark.imitated {
        case .own: "not you, whatever the name"
        case .contact(let name): "not your contact \(Self.unsigned(name))"
        case nil: nil
        }
    }

    /// Tells two members apart at a glance; it proves nothing, for it is short.
    private var shortFingerprint: String { String(Fingerprint(of: identity).text.prefix(9)) }

    /// Without what only this program says beside names.
    private static func unsigned(_ name: String) -> String {
        String(String.UnicodeScalarView(name.unicodeScalars.map { signs.contains($0) ? "\u{FFFD}" : $0 }))
    }

    private static let signs: Set<Unicode.Scalar> = ["✓", "✔", "✅", "☑", "√", "🗸", "🗹", "⍻", "⚠"]
}

extension JSONObject {
    mutating func add(_ fields: [(String, Value)]) { for (name, value) in fields { add(name, value) } }
}
