/// Addresses of this machine's loopback range.
enum LoopbackHost {
    #if os(Linux)
        private static let given = Locked(UInt16(0))

        /// One that nobody else here has: where nobody listens any more, nobody does.
        static func next() -> String {
            let number = given.withLock { given in
                given += 1
                return given
            }
            return "127.1.\(number >> 8).\(number & 0xff)"
        }
    #else
        /// The only one there without asking for more.
        static func next() -> String { "127.0.0.1" }
    #endif
}
