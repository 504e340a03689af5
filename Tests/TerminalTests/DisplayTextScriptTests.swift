import Terminal
import Testing

struct DisplayTextScriptTests {
    @Test(arguments: [
        "plain ASCII, with (all) {the} \"signs\" ~ $HOME", "Grüße, señor, cœur, Łódź", "Tiếng Việt",
        "Tie\u{302}\u{301}ng",
        "Ελληνικά", "Привет", "Հայերեն", "שָׁלוֹם", "السلام عليكم", "مُحَمَّد", "हिन्दी क्षत्रिय", "বাংলা", "தமிழ்", "ไทยนี้", "བསྒྲུབས",
        "ကြွေးမြန်မာ", "ភាសាខ្មែរ ស្ត្រី", "ქართული", "አማርኛ", "日本語かなカナｶﾅ", "中文", "한국어", "\u{1112}\u{1161}\u{11AB}", "𝒜 𐍈 𓀀",
        "a\u{A0}b\u{3000}c", "½ → ∞ ☃ ♥ █▓▒░ ⠀⣿", "¯\\_(ツ)_/¯", "",
    ])
    func writingSurvives(text: String) {
        expectUnchanged(text)
    }

    @Test(arguments: [
        "😀", "❤️", "☕️", "©️", "👍🏽", "👨‍👩‍👧‍👦", "👩🏻‍❤️‍💋‍👩🏿", "🏳️‍🌈", "🏴‍☠️", "👩‍💻", "🧑🏾‍🚀", "🇩🇪", "🇩🇪🇫🇷", "1️⃣", "#️⃣", "🐻‍❄️", "👁️‍🗨️",
        "\u{1F3F4}\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
        "\u{1F3F4}\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}", "😀😀 text ❤️ text",
    ])
    func emojiSurvive(text: String) {
        expectUnchanged(text)
    }

    @Test func theNonJoinerOfPersianIsShown() {
        #expect(DisplayText("می\u{200C}خواهم").text == "می\\u{200c}خواهم")
    }

    @Test func aSpacingMarkMayStandAlone() {
        expectUnchanged("\u{102C}")
    }

    private func expectUnchanged(_ text: String) {
        let shown = DisplayText(text)
        #expect(Array(shown.text.unicodeScalars) == Array(text.unicodeScalars))
        #expect(!shown.isTruncated)
        #expect(DisplayText(shown.text) == shown)
    }
}
