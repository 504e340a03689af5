import Sodium

extension RandomSource {
    /// Gives `bytes` whatever is asked, from their start each time.
    static func fixed(_ bytes: [UInt8]) -> RandomSource {
        RandomSource { span in
            for index in span.indices { span[index] = bytes[index % bytes.count] }
        }
    }
}
