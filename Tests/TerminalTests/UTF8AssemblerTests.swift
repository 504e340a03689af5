import TestSupport
import Testing

@testable import Terminal

struct UTF8AssemblerTests {
    @Test func everyScalarIsReadFromItsBytes() {
        for value in UInt32(0)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let units = TextUnit.units(of: Array(String(Character(scalar)).utf8))
            if units != [.scalar(scalar)] { Issue.record("U+\(String(value, radix: 16)) is misread") }
        }
    }

    @Test func randomBytesAreValidExactlyWhereTheStandardLibrarySaysSo() {
        var random = SeededRandom.announced()
        let likely: [UInt8] = [
            0x41, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xE0, 0xE2, 0xED, 0xEF, 0xF0, 0xF4, 0xF5,
        ]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...6, using: &random)).map { _ in likely.randomElement(using: &random) ?? 0
            }
            let units = TextUnit.units(of: bytes)
            let isValid = units.allSatisfy { if case .scalar = $0 { true } else { false } }
            #expect(isValid == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
            #expect(units.flatMap(bytesOf) == bytes)
        }
    }

    private func bytesOf(_ unit: TextUnit) -> [UInt8] {
        switch unit {
        case .scalar(let scalar): Array(String(Character(scalar)).utf8)
        case .invalidByte(let byte): [byte]
        }
    }
}
