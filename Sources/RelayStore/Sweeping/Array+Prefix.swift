extension Array {
    /// As many from the beginning as it takes to pass so much in sum, the one that passes it included.
    func prefix(passing sumMax: Int, _ count: (Element) -> Int) -> ArraySlice<Element> {
        var sum = 0
        for (place, element) in enumerated() {
            let (next, overflow) = sum.addingReportingOverflow(count(element))
            if overflow || next > sumMax { return self[...place] }
            sum = next
        }
        return self[...]
    }
}
