import Identity
import Sodium

/// The file in which a relay keeps the highest line certificate serial of each device: a heading, then 32 bytes of
/// key and 8 of serial for each in the order of their keys, then 16 bytes of checksum.
enum SerialsFile {
    static let heading = Array("sotto serials 1\n".utf8)
    static let checksumByteCount = 16
    static let recordByteCount = 40
    /// Listed in SECURITY.md with the other domain strings.
    static let checksumDomain = "sotto serials checksum 1"

    /// - Returns: none if there is no file.
    /// - Throws: ``HomeError/damaged(path:)`` for a file that isn't whole: an older serial must not be let in for it.
    static func load(from part: borrowing HomePart) throws(HomeError) -> [DeviceKey: DeviceSerial] {
        guard let bytes = try part.read(HomeFile.serials, byteCountMax: HomeLimits.serialsFileByteCountMax) else {
            return [:]
        }
        guard let serials = decode(bytes) else { throw .damaged(path: part.path(of: HomeFile.serials)) }
        return serials
    }

    static func encode(_ serials: [DeviceKey: DeviceSerial]) -> [UInt8] {
        var bytes = heading
        bytes.reserveCapacity(heading.count + serials.count * recordByteCount + checksumByteCount)
        let records = serials.map { (key: $0.key.bytes, serial: $0.value) }
        for record in records.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            bytes += record.key
            for shift in stride(from: 56, through: 0, by: -8) {
                bytes.append(UInt8(truncatingIfNeeded: record.serial.value >> UInt64(shift)))
            }
        }
        return bytes + checksum(of: bytes)
    }

    static func decode(_ bytes: [UInt8]) -> [DeviceKey: DeviceSerial]? {
        guard bytes.starts(with: heading), bytes.count >= heading.count + checksumByteCount else { return nil }
        let content = Array(bytes.dropLast(checksumByteCount))
        guard ConstantTime.areEqual(checksum(of: content), Array(bytes.suffix(checksumByteCount))) else { return nil }
        let records = content.dropFirst(heading.count)
        guard records.count.isMultiple(of: recordByteCount) else { return nil }
        var serials: [DeviceKey: DeviceSerial] = [:]
        for start in stride(from: records.startIndex, to: records.endIndex, by: recordByteCount) {
            let record = records[start..<start + recordByteCount]
            guard let key = DeviceKey(Array(record.prefix(DeviceKey.byteCount))) else { return nil }
            serials[key] = DeviceSerial(record.suffix(8).reduce(0) { $0 << 8 | UInt64($1) })
        }
        return serials
    }

    private static func checksum(of bytes: [UInt8]) -> [UInt8] {
        let domain = Array(checksumDomain.utf8) + [0]
        do throws(SodiumError) {
            return try BLAKE2b.digest(of: domain + bytes, byteCount: checksumByteCount)
        } catch {
            preconditionFailure("BLAKE2b gives 16 bytes")
        }
    }
}
