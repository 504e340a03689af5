/// Something that a case asks for and this program hasn't.
struct MissingPart: Hashable, Sendable {
    /// In words, such as `KEM`.
    let kind: String
    let name: String

    /// Why the case doesn't run. All that a file asks for of one kind makes one sentence, so that a table's row stays
    /// one.
    func reason(among all: Set<MissingPart>) -> String {
        let names = all.union([self]).filter { $0.kind == kind }.map(\.name).sorted()
        guard names.count > 1 else { return "\(kind) \(name) isn't built in" }
        return "\(kind)s \(names.joined(separator: ", ")) aren't built in"
    }
}
