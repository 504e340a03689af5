import Chat
import Identity
import Sodium
import Terminal
import Testing

@testable import sotto

struct ShownPersonTests {
    @Test func nobodyPutsTheMarkIntoTheirName() throws {
        let key = IdentityKey(Ed25519.SecretKey().publicKey)
        for name in ["Bob ✓", "✔ Bob", "Bob ⚠ not you"] {
            let shown = ShownPerson(key, try DisplayName(name), among: RoomPeople())
            for text in [shown.line, shown.styled().text] {
                #expect(text.contains("\u{FFFD}") && !text.contains("✓") && !text.contains("✔") && !text.contains("⚠"))
            }
            #expect(shown.fields.contains { $0.0 == "verified" && $0.1 == .flag(false) })
        }
    }
}
