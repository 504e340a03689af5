import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// How values lie in columns.
extension RowPlace {
    var arguments: StatementArguments { [kind, Data(scope), number.inOrder] }
}

extension UInt64 {
    /// SQLite's numbers have a sign: so theirs is the order of those without.
    var inOrder: Int64 { Int64(bitPattern: self ^ 1 << 63) }

    init(inOrder stored: Int64) { self = UInt64(bitPattern: stored) ^ 1 << 63 }
}

/// A file may hold anything: what isn't bytes gives such as open nothing, and nothing traps.
extension Row {
    func bytes(_ column: Int) -> [UInt8] {
        (try? withUnsafeData(atIndex: column) { $0.map { [UInt8]($0) } }) ?? []
    }

    func integer(_ column: Int) -> Int64? {
        guard case .int64(let value) = (self[column] as DatabaseValue).storage else { return nil }
        return value
    }
}
