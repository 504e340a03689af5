/// What a person did on the keyboard, as far as a terminal tells.
package enum Key: Hashable, Sendable {
    /// A scalar typed. Bytes that are no UTF-8 come as U+FFFD. A cluster of several scalars comes as several keys.
    case text(Unicode.Scalar)
    /// A bracketed paste, whole, its line ends (`\r`, `\r\n`, `\n`) made `\n`. Never an `enter`.
    case paste(String)
    /// A paste of more than `TerminalLimits.pasteBytesMax` bytes; none of it is kept.
    case pasteTooLong
    case enter, tab, backTab, backspace, delete, escape
    case up, down, left, right, wordLeft, wordRight, home, end, pageUp, pageDown
    /// Control with a lowercase letter or one of `@ [ \ ] ^ _`, where it isn't one of the keys above.
    case control(Unicode.Scalar)
    /// Alt (Meta) with an ASCII key, U+007F for backspace and U+000D for Enter.
    case alt(Unicode.Scalar)
}
