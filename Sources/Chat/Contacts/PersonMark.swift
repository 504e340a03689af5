package import Identity

/// What a reader should know beside somebody's name.
package struct PersonMark: Hashable, Sendable {
    /// The reader themselves.
    package let isSelf: Bool
    package let isVerified: Bool
    package let isBlocked: Bool
    /// By which @name they are known here.
    package let atName: AtName?
    /// Whose name theirs is, or looks like, without their being that person.
    package let imitated: ImitatedName?
    /// Another member's name looks like theirs: the fingerprint tells them apart.
    package let needsFingerprint: Bool
}

/// A name that somebody else bears as well.
package enum ImitatedName: Hashable, Sendable {
    /// The reader's own.
    case own(String)
    /// A contact's: as it is shown, or with its @.
    case contact(String)

    package var text: String {
        switch self {
        case .own(let name), .contact(let name): name
        }
    }
}
