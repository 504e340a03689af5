import Chat
import RelayProtocol
import TestSupport
import Testing

/// What is found by which words.
struct SearchTests {
    private let room = RoomID.drawn()

    @Test(arguments: [
        (["tea"], "A pot of TEA, please", true), (["TEA"], "tea", true), (["ea"], "tea", true),
        (["pot", "tea"], "tea from a pot", true), (["pot", "coffee"], "tea from a pot", false),
        (["pot of tea"], "a pot of tea", true), (["pot tea"], "a pot of tea", false), ([" tea "], "teapot", true),
        (["cafe"], "Café", true), (["café"], "CAFE\u{301}", true), (["cafe\u{301}"], "café", true),
        (["strasse"], "Straße", true), (["STRAẞE"], "strasse", true), (["οδυσσευς"], "ΟΔΥΣΣΕΎΣ", true),
        (["茶"], "我喜欢喝茶", true), (["喝茶"], "我喜欢喝茶", true), (["お茶"], "紅茶", false), (["한국"], "대한국민", true),
        (["tea"], "t\u{200D}ea", true), (["🫖"], "some 🫖", true), (["Йо"], "йод", true), (["\u{0}"], "tea", true),
        (["tea"], "te a", false), (["İ"], "istanbul", true),
    ])
    func findsTextsHoweverTheyAreWritten(_ words: [String], _ text: String, _ isFound: Bool) throws {
        guard let query = SearchQuery(words) else {
            #expect(words == ["\u{0}"])
            return
        }
        #expect(query.isMet(by: text) == isFound)
        var index = SearchIndex()
        index.put(text, at: .first, of: room)
        #expect(index.search(query, in: room) == (isFound ? [.first] : []))
        #expect(query.hits(in: text).isEmpty == !isFound || words.count > 1)
    }

    @Test func thereIsNothingToLookForWithoutAWord() {
        for words in [[], [""], [" "], ["\u{301}"], ["\u{200B}", " "]] { #expect(SearchQuery(words) == nil) }
    }

    @Test(arguments: [
        (["tea"], "Tea and TEA", ["Tea", "TEA"]), (["cafe"], "the Café\u{301}s", ["Café\u{301}"]),
        (["cafe"], "Cafe\u{301}", ["Cafe\u{301}"]), (["ea", "te"], "tea", ["tea"]), (["ss"], "Straße", ["ß"]),
        (["喝茶"], "我喜欢喝茶", ["喝茶"]), (["aa"], "aaaa", ["aaaa"]),
    ])
    func tellsWhereItStands(_ words: [String], _ text: String, _ hits: [String]) throws {
        let query = try #require(SearchQuery(words))
        #expect(query.hits(in: text).map { String(text[$0]) } == hits)
    }

    /// Against the simplest thing that could be right.
    @Test func anIndexFindsWhatAListWould() throws {
        var random = SeededRandom.announced()
        var index = SearchIndex()
        var texts: [UInt64: String] = [:]
        let letters = ["a", "b", "Ä", "c", " ", "茶", "é"]
        func text() -> String? {
            if Int.random(in: 0..<6, using: &random) == 0 { return nil }
            return (0..<Int.random(in: 1..<12, using: &random)).map { _ in letters.randomElement(using: &random) ?? "" }
                .joined()
        }
        var last: UInt64 = 0
        for _ in 0..<600 {
            let isNew = last == 0 || Int.random(in: 0..<3, using: &random) > 0
            let number =
                isNew ? last + UInt64.random(in: 1..<4, using: &random) : UInt64.random(in: 1...last, using: &random)
            last = max(last, number)
            let said = text()
            texts[number] = said
            index.put(said, at: EntryNumber(number), of: room)
            #expect(index.last(of: room) == EntryNumber(last))
            let words = (0..<2).map { _ in letters.randomElement(using: &random) ?? "" }
            guard let query = SearchQuery(words) else { continue }
            let expected = texts.filter { query.isMet(by: $0.value) }.keys.sorted(by: >)
            #expect(index.search(query, in: room).map(\.rawValue) == expected)
            #expect(index.search(query, in: room, limit: 3).map(\.rawValue) == Array(expected.prefix(3)))
        }
        let other = RoomID.drawn()
        #expect(index.search(try #require(SearchQuery(["a"])), in: other) == [])
        index.drop(room)
        #expect(index.search(try #require(SearchQuery(["a"])), in: room) == [])
    }
}
