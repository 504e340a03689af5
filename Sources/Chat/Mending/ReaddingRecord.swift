import TLSCodec

/// What is remembered of a device's being added again: how often of late, and by which key packages.
struct ReaddingRecord: TLSStruct, Hashable, Sendable {
    /// When it was re-added, in seconds since 1970, UTC, the newest last.
    private(set) var timesSeconds: [UInt64]
    /// Names of key packages, in the order in which they were seen.
    private(set) var packages: [[UInt8]]

    init() { (timesSeconds, packages) = ([], []) }

    init(fields v: inout some Visitor<Self>) throws(CodecError) {
        timesSeconds = try v.vector(.uint16) { $0.timesSeconds.map(ListedSeconds.init) }.map(\.seconds)
        packages = try v.vector(.uint16) { $0.packages.map(CarriedBytes.init) }.map(\.bytes)
    }

    func isTooOften(nowSeconds: UInt64) -> Bool {
        // However far the clock has jumped since.
        let recent = timesSeconds.filter {
            ($0 < nowSeconds ? nowSeconds - $0 : $0 - nowSeconds) < ChatLimits.readdingWindowSeconds
        }
        return recent.count >= ChatLimits.readdingsMax
    }

    func has(_ package: [UInt8]) -> Bool { packages.contains(package) }

    mutating func note(_ package: [UInt8]) {
        guard !has(package) else { return }
        packages = Array((packages + [package]).suffix(ChatLimits.readdingPackagesMax))
    }

    mutating func readded(nowSeconds: UInt64) {
        timesSeconds = Array((timesSeconds + [nowSeconds]).suffix(ChatLimits.readdingsMax))
    }
}

private struct ListedSeconds: TLSStruct, Hashable {
    let seconds: UInt64

    init(_ seconds: UInt64) { self.seconds = seconds }

    init(fields v: inout some Visitor<Self>) throws(CodecError) { seconds = try v.uint64 { $0.seconds } }
}
