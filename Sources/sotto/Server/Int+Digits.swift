extension Int {
    /// ASCII digits alone: no sign, no space, no digit of another script.
    init?(digits: Substring) {
        guard !digits.isEmpty, digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else {
            return nil
        }
        self.init(digits)
    }
}
