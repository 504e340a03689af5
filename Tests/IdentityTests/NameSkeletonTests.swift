import Testing

@testable import Identity

struct NameSkeletonTests {
    @Test(arguments: [
        ("Bob", "Bоb"), ("Bob", "BОB"), ("Bob", "Β0b"), ("Bob", "bob"), ("José", "José"), ("José", "Jose"),
        ("Ian", "lan"), ("Ian", "1an"), ("Mary", "rnary"), ("Bob", "Bob ✓"), ("Bob", "𝐁𝐨𝐛"), ("Bob", "Ｂｏｂ"),
        ("Bob", "B o b"),
        ("Bob", "Bob\u{200B}"), ("Анна", "Aннa"), ("Paul", "Pаul"), ("Zoë", "Ζοе"), ("scope", "ѕсоре"),
    ])
    func namesThatLookAlikeHaveOne(_ one: String, _ other: String) {
        #expect(NameSkeleton(one) == NameSkeleton(other))
    }

    @Test(arguments: [
        ("Bob", "Rob"), ("Ann", "Anna"), ("Bob", "Bobby"), ("Юля", "Bob"), ("🐶", "🐱"), ("日本", "中国"), ("Ана", "Яна"),
    ])
    func otherNamesHaveOthers(_ one: String, _ other: String) {
        #expect(NameSkeleton(one) != NameSkeleton(other))
    }

    @Test func theTableIsRead() {
        let lookalikes = Lookalikes(packed: LookalikeTable.packed)
        #expect(lookalikes["о"] == ["o"] && lookalikes["m"] == ["r", "n"] && lookalikes["日"] == nil)
        #expect(LookalikeTable.packed.utf8.count(where: { $0 == UInt8(ascii: "=") }) == 2_027)
    }

    @Test func everyNameHasOne() throws {
        for value in UInt32(0x21)...0x1FFFF {
            guard let scalar = Unicode.Scalar(value), case .base = NameScalar(scalar) else { continue }
            #expect(NameSkeleton(String(scalar)) != NameSkeleton(""), "\(value)")
        }
    }
}
