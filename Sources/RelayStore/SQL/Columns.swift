import GRDB
import Identity
import Relay
import RelayProtocol

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A row that is being read. A file may hold anything: what isn't what it should be is damaged, and nothing traps.
struct Columns {
    let row: Row

    func integer(_ column: Int) throws(StorageError) -> Int64 {
        guard let value = try optionalInteger(column) else { throw .damaged }
        return value
    }

    func optionalInteger(_ column: Int) throws(StorageError) -> Int64? {
        switch (row[column] as DatabaseValue).storage {
        case .int64(let value): value
        case .null: nil
        default: throw .damaged
        }
    }

    func isNull(_ column: Int) -> Bool { (row[column] as DatabaseValue).isNull }

    /// A count of something: never below zero.
    func count(_ column: Int) throws(StorageError) -> Int {
        guard let value = Int(exactly: try integer(column)), value >= 0 else { throw .damaged }
        return value
    }

    /// 64 bits that were stored as they are.
    func bits(_ column: Int) throws(StorageError) -> UInt64 { UInt64(bitPattern: try integer(column)) }

    func entry(_ column: Int) throws(StorageError) -> EntryNumber { EntryNumber(try bits(column)) }

    func time(_ column: Int) throws(StorageError) -> RelayTime {
        guard let seconds = UInt64(exactly: try integer(column)) else { throw .damaged }
        return RelayTime(seconds: seconds)
    }

    func branch(_ column: Int) throws(StorageError) -> BranchNumber {
        guard let number = UInt32(exactly: try integer(column)) else { throw .damaged }
        return BranchNumber(rawValue: number)
    }

    func bytes(_ column: Int) throws(StorageError) -> [UInt8] {
        do {
            guard let bytes = try row.withUnsafeData(atIndex: column, { $0.map { [UInt8]($0) } }) else {
                throw StorageError.damaged
            }
            return bytes
        } catch {
            throw .damaged
        }
    }

    func text(_ column: Int) throws(StorageError) -> String {
        guard case .string(let text) = (row[column] as DatabaseValue).storage else { throw .damaged }
        return text
    }

    func noun<Noun: Noun32>(_ column: Int) throws(StorageError) -> Noun {
        guard let noun = Noun(try bytes(column)) else { throw .damaged }
        return noun
    }

    func key<Key: KeyNoun>(_ column: Int) throws(StorageError) -> Key {
        guard let key = Key(try bytes(column)) else { throw .damaged }
        return key
    }

    func name(_ column: Int) throws(StorageError) -> AtName {
        let text = try text(column)
        guard let name = try? AtName(text) else { throw .damaged }
        return name
    }
}
