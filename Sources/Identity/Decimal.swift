/// Numbers in ASCII digits, written in the one way: no sign, no leading zero.
enum Decimal {
    static func value(of digits: ArraySlice<UInt8>, max: Int) -> Int? {
        guard (1...9).contains(digits.count), digits.count == 1 || digits.first != UInt8(ascii: "0") else { return nil }
        var value = 0
        for digit in digits {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
        }
        return value <= max ? value : nil
    }
}
