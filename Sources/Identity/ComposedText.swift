/// Texts in Normalization Form C.
package enum ComposedText {
    package static func form(of text: String) -> String {
        var composed = String.UnicodeScalarView()
        composed.append(contentsOf: NFC.composed(Array(text.unicodeScalars)))
        return String(composed)
    }
}
