import Chat
import Identity

/// What is said of a change that isn't followed.
enum RefusalSentence {
    static func of(_ refused: RefusedCommit) -> String {
        let author = refused.author?.name.name.text ?? "somebody"
        return switch refused.reason {
        case .ownPath: "a change by \(author) that this device can't follow; it asks to be added again"
        case .ownCommit: "a change by this very device that its store knows nothing of; it asks to be added again"
        case .forged: "a change that a member made up in your name; members replace it"
        case .notAllowed: "a change that \(author) may not make; members replace it"
        default: "a broken change by \(author); members replace it"
        }
    }
}
