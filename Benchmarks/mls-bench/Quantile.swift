enum Quantile {
    static func median(_ values: [Double]) -> Double { at(0.5, of: values) }

    /// The value below which that part of `values` lies: 0.25 for the first quartile.
    static func at(_ part: Double, of values: [Double]) -> Double {
        let sorted = values.sorted()
        let place = part * Double(sorted.count - 1)
        let (low, high) = (Int(place.rounded(.down)), Int(place.rounded(.up)))
        return sorted[low] + (sorted[high] - sorted[low]) * (place - Double(low))
    }
}
