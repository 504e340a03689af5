/// Which room may import which: ARCHITECTURE.md. The graph is part of the security argument.
enum HouseGraph {
    static let rooms: [String: Set<String>] = [
        "Sodium": ["CSodium"],
        "TLSCodec": [],
        "Identity": ["Sodium", "TLSCodec"],
        "Noise": ["Sodium"],
        "HPKE": ["Sodium"],
        "MLS": ["HPKE", "Sodium", "TLSCodec"],
        "SecureChannel": ["Noise", "Sodium", "Identity"],
        "RelayProtocol": ["TLSCodec", "Identity"],
        "Relay": ["RelayProtocol", "SecureChannel", "Identity", "Sodium"],
        "RelayStore": ["Relay", "RelayProtocol", "Identity"],
        "RelayClient": ["RelayProtocol", "SecureChannel", "Identity"],
        "Chat": ["MLS", "RelayClient", "RelayProtocol", "Identity", "Sodium", "TLSCodec"],
        "ChatStore": ["Chat", "Sodium"],
        "Terminal": [],
        "ChatScreen": ["Chat", "Terminal"],
    ]

    /// Puts the rooms together, and may import all of them.
    static let program = "sotto"

    /// Nobody who serves others reaches a room that can read what they say.
    static let serving: Set<String> = ["Relay", "RelayStore", "SecureChannel", "Identity"]
    static let reading: Set<String> = ["MLS", "HPKE", "Chat", "ChatStore", "ChatScreen"]

    /// Modules from elsewhere. The system's C library isn't among them: only `unsafeFolders` import it.
    static let foreign: [String: Set<String>] = [
        "HPKE": ["Crypto", "FoundationEssentials"],
        "SecureChannel": ["NIOCore", "NIOPosix", "Logging"],
        "Relay": ["NIOCore", "NIOPosix", "Logging"],
        "RelayStore": ["GRDB", "Dispatch", "FoundationEssentials"],
        "RelayClient": ["NIOCore", "NIOPosix", "Logging"],
        "ChatStore": ["GRDB", "FoundationEssentials"],
        "sotto": [
            "CQREncode", "ArgumentParser", "NIOCore", "NIOPosix", "NIOHTTP1", "Logging", "Dispatch",
            "FoundationEssentials",
        ],
    ]

    /// Parts of Swift itself.
    static let everywhere: Set<String> = ["Swift", "Synchronization"]

    static let cLibraries: Set<String> = ["Glibc", "Musl", "Darwin"]

    /// Where pointers may be touched, and with them what a compiler can't check.
    static let unsafeFolders = ["Sources/Sodium/", "Sources/sotto/System/"]

    /// Where a Noise handshake may be given ephemeral keys: the self-test.
    static let fixedEphemeralFolders = ["Sources/sotto/Vectors/"]

    static func allowed(in room: String) -> Set<String>? {
        if room == program {
            return everywhere.union(foreign[room] ?? []).union(rooms.keys)
        }
        return rooms[room].map { $0.union(everywhere).union(foreign[room] ?? []) }
    }

    /// All that a room reaches, through others too.
    static func reach(of room: String, in graph: [String: Set<String>]) -> Set<String> {
        var reached: Set<String> = []
        var next = graph[room] ?? []
        while let room = next.popFirst() {
            if reached.insert(room).inserted { next.formUnion(graph[room] ?? []) }
        }
        return reached
    }
}
