/// Texts in Normalization Form C.
package enum ComposedText {
    package static func form(of text: String) -> String {
        var composed = String.UnicodeScalarView()
        composed.append(contentsOf: NFC.composed(Array(text.unicodeScalars)))
        return String(composed)
    }

    /// What a character is put together from, such as a letter and its mark; itself where it isn't.
    package static func parts(of scalar: Unicode.Scalar) -> [Unicode.Scalar] { NFC.decomposed([scalar]) }
}
