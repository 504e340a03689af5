import Foundation

/// A value somewhere in a case, changed, with where it stands.
struct ChangedValue {
    let place: String
    let json: Any

    /// The case once for each of its texts and numbers, with that one changed.
    ///
    /// - Parameters:
    ///   - text: nil leaves texts as they are.
    ///   - number: nil leaves numbers as they are.
    static func all(
        of json: Any, text: ((String) -> String)? = otherDigit, number: ((UInt64) -> UInt64)? = { $0 ^ 1 }
    ) -> [ChangedValue] {
        switch json {
        case let object as [String: Any]:
            object.flatMap { key, value in
                all(of: value, text: text, number: number).map { changed in
                    ChangedValue(place: "\(key) \(changed.place)", json: object.merging([key: changed.json]) { $1 })
                }
            }
        case let array as [Any]:
            array.enumerated().flatMap { index, value in
                all(of: value, text: text, number: number).map { changed in
                    var array = array
                    array[index] = changed.json
                    return ChangedValue(place: "\(index) \(changed.place)", json: array)
                }
            }
        case let value as String: text.map { [ChangedValue(place: "", json: $0(value))] } ?? []
        case let value as NSNumber: number.map { [ChangedValue(place: "", json: $0(value.uint64Value))] } ?? []
        default: []
        }
    }

    /// Another first digit, or two where there is none.
    static func otherDigit(_ text: String) -> String {
        guard let first = text.first else { return "00" }
        return (first == "4" ? "5" : "4") + text.dropFirst()
    }
}
