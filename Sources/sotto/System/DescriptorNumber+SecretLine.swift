import Sodium

extension DescriptorNumber {
    /// What stands before the first newline, or before the end, in memory that is wiped; without a CR at its end. More
    /// may have been read, and is dropped.
    ///
    /// - Returns: nothing at the end.
    /// - Throws: ``ErrorNumber/tooLarge`` for a longer line than `byteCountMax`.
    func readSecretLine(byteCountMax: Int) throws(ErrorNumber) -> Secret? {
        var (count, end): (Int, Int?) = (0, nil)
        let buffer = try SecretBytes(byteCount: byteCountMax + 2) { (buffer) throws(ErrorNumber) in
            while end == nil, count < buffer.count {
                let read = try read(into: &buffer, at: count)
                guard read > 0 else { break }
                end = (count..<count + read).first { buffer[$0] == UInt8(ascii: "\n") }
                count += read
            }
        }
        guard count > 0 else { return nil }
        let line = buffer.withBytes { bytes in
            var length = end ?? count
            if length > 0, bytes[length - 1] == UInt8(ascii: "\r") { length -= 1 }
            return Secret(copying: bytes.extracting(first: length))
        }
        guard line.byteCount <= byteCountMax else { throw .tooLarge }
        return line
    }
}
