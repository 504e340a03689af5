// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]
/// Rooms also confess each unsafe expression; `TidyTests` then allows the word in `Sodium` and in
/// `Sources/sotto/System` alone.
let room = house + [.strictMemorySafety()]

let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "sotto",
    platforms: [.macOS("26.0")],
    products: [
        .executable(name: "sotto", targets: ["sotto"]),
        .library(name: "Sodium", targets: ["Sodium"]),
        .library(name: "TLSCodec", targets: ["TLSCodec"]),
        .library(name: "Noise", targets: ["Noise"]),
        .library(name: "HPKE", targets: ["HPKE"]),
        .library(name: "MLS", targets: ["MLS"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.0"),
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.6.0"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CSodium", path: "CSodium", pkgConfig: "libsodium",
            providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
        .systemLibrary(
            name: "CQREncode", path: "CQREncode", pkgConfig: "libqrencode",
            providers: [.apt(["libqrencode-dev"]), .brew(["qrencode"])]),
        .target(name: "Sodium", dependencies: ["CSodium"], swiftSettings: room),
        .target(name: "TLSCodec", swiftSettings: room),
        .target(name: "Identity", dependencies: ["Sodium", "TLSCodec"], swiftSettings: room),
        .target(name: "Noise", dependencies: ["Sodium"], swiftSettings: room),
        .target(name: "HPKE", dependencies: ["Sodium", crypto], swiftSettings: room),
        .target(name: "MLS", dependencies: ["HPKE", "Sodium", "TLSCodec"], swiftSettings: room),
        .target(
            name: "SecureChannel",
            dependencies: ["Noise", "Sodium", "Identity", nioCore, nioPosix, logging],
            swiftSettings: room),
        .target(name: "RelayProtocol", dependencies: ["TLSCodec", "Identity"], swiftSettings: room),
        .target(
            name: "Relay",
            dependencies: [
                "RelayProtocol", "SecureChannel", "Identity", "Sodium", nioCore, nioPosix, logging,
            ],
            swiftSettings: room),
        .target(
            name: "RelayClient", dependencies: ["RelayProtocol", "SecureChannel", "Identity", nioCore],
            swiftSettings: room),
        .target(
            name: "RelayStore", dependencies: ["Relay", "RelayProtocol", "Identity", grdb], swiftSettings: room),
        .target(
            name: "Chat", dependencies: ["MLS", "RelayClient", "RelayProtocol", "Identity", "Sodium", "TLSCodec"],
            swiftSettings: room),
        .target(name: "ChatStore", dependencies: ["Chat", "Sodium", grdb], swiftSettings: room),
        .target(name: "Terminal", swiftSettings: room),
        .executableTarget(
            name: "sotto",
            dependencies: [
                "ChatStore", "Chat", "RelayClient", "RelayStore", "Relay", "RelayProtocol", "SecureChannel", "Noise",
                "Identity", "MLS", "HPKE", "TLSCodec", "Sodium", "Terminal", "CQREncode",
                nioCore, nioPosix, nioHTTP1, logging, argumentParser,
            ],
            resources: [.embedInCode("Vectors/Embedded")], swiftSettings: room),
        // What the tests of several rooms share.
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: house),
        // A relay's storage in memory, and a random client with its model: for the relay's own tests and its storage's.
        .target(
            name: "RelaySupport",
            dependencies: [
                "TestSupport", "Relay", "RelayProtocol", "SecureChannel", "Identity", "Sodium", "TLSCodec", nioCore,
                logging,
            ],
            path: "Tests/RelaySupport", swiftSettings: house),
        .testTarget(name: "SodiumTests", dependencies: ["TestSupport", "Sodium"], swiftSettings: house),
        .testTarget(name: "TLSCodecTests", dependencies: ["TestSupport", "TLSCodec"], swiftSettings: house),
        .testTarget(
            name: "IdentityTests", dependencies: ["TestSupport", "Identity", "Sodium", "TLSCodec"], swiftSettings: house
        ),
        .testTarget(name: "NoiseTests", dependencies: ["TestSupport", "Noise", "Sodium"], swiftSettings: house),
        .testTarget(name: "HPKETests", dependencies: ["TestSupport", "HPKE", "Sodium"], swiftSettings: house),
        .testTarget(
            name: "MLSTests", dependencies: ["TestSupport", "MLS", "HPKE", "Sodium", "TLSCodec"], swiftSettings: house),
        .testTarget(name: "TerminalTests", dependencies: ["TestSupport", "Terminal"], swiftSettings: house),
        .testTarget(
            name: "SecureChannelTests",
            dependencies: [
                "TestSupport", "SecureChannel", "Noise", "Identity", "TLSCodec", "Sodium", nioCore, nioPosix,
                nioEmbedded, logging,
            ],
            swiftSettings: house),
        .testTarget(
            name: "RelayProtocolTests",
            dependencies: ["TestSupport", "RelayProtocol", "Identity", "Sodium", "TLSCodec"],
            swiftSettings: house),
        .testTarget(
            name: "RelayTests",
            dependencies: [
                "TestSupport", "RelaySupport", "RelayStore", "Relay", "RelayProtocol", "SecureChannel", "Identity",
                "Sodium", "TLSCodec", nioCore, nioPosix, logging,
            ],
            swiftSettings: house),
        .testTarget(
            name: "RelayClientTests",
            dependencies: [
                "TestSupport", "RelayClient", "RelayProtocol", "SecureChannel", "Identity", "Sodium", nioCore, nioPosix,
                logging,
            ],
            swiftSettings: house),
        .testTarget(
            name: "RelayStoreTests",
            dependencies: [
                "TestSupport", "RelaySupport", "RelayStore", "Relay", "RelayProtocol", "Identity", grdb,
            ],
            swiftSettings: house),
        .testTarget(
            name: "ChatTests",
            dependencies: [
                "TestSupport", "RelaySupport", "Chat", "MLS", "Relay", "RelayClient", "RelayProtocol", "SecureChannel",
                "Identity", "Sodium", "TLSCodec", nioCore, nioPosix,
            ],
            swiftSettings: house),
        .testTarget(
            name: "ChatStoreTests",
            dependencies: ["TestSupport", "ChatStore", "Chat", "Sodium", grdb],
            swiftSettings: house),
        .testTarget(name: "TidyTests", swiftSettings: house),
        // As a package from outside would: it imports MLS alone.
        .executableTarget(
            name: "mls-peer", dependencies: ["MLS"], path: "Tests/Interop/mls-peer",
            swiftSettings: [.enableUpcomingFeature("MemberImportVisibility"), .treatAllWarnings(as: .error)]),
        .testTarget(
            name: "sottoTests",
            dependencies: [
                "TestSupport", "sotto", "RelayClient", "RelayStore", "RelayProtocol", "SecureChannel", "Noise",
                "Identity", "TLSCodec", "Sodium", "Terminal", nioCore, nioPosix, nioEmbedded, logging,
            ],
            swiftSettings: house),
    ],
    swiftLanguageModes: [.v6]
)

// What measures and what fuzzes: see Benchmarks/README.md and Scripts/fuzz. Nobody else fetches or builds it.
if Context.environment["SOTTO_BENCHMARKS"] != nil {
    package.targets += [
        .target(name: "CAllocations", path: "Benchmarks/CAllocations"),
        .executableTarget(
            name: "sotto-bench",
            dependencies: [
                "SecureChannel", "Noise", "Identity", "Sodium", "CSodium", "CAllocations", nioCore, nioPosix, logging,
            ],
            path: "Benchmarks/sotto-bench", swiftSettings: house),
        .executableTarget(
            name: "relay-bench",
            dependencies: ["RelayClient", "RelayProtocol", "SecureChannel", "Identity", "Sodium", nioCore, nioPosix],
            path: "Benchmarks/relay-bench", swiftSettings: house),
        .executableTarget(
            name: "mls-bench", dependencies: ["MLS", "HPKE", "TLSCodec", "Sodium", "CSodium", "CAllocations"],
            path: "Benchmarks/mls-bench", swiftSettings: house),
    ]
}
if Context.environment["SOTTO_FUZZ"] != nil {
    package.targets += [
        .target(name: "FuzzSupport", path: "Fuzz/Support", swiftSettings: house),
        .target(
            name: "FuzzEnds",
            dependencies: ["FuzzSupport", "SecureChannel", "Identity", "Sodium", nioCore, nioEmbedded, logging],
            path: "Fuzz/Ends", swiftSettings: house),
    ]
    let targets: [(name: String, dependencies: [Target.Dependency])] = [
        ("Record", ["SecureChannel", "Noise", "Sodium", nioCore]),
        ("Handshake", ["FuzzEnds", "SecureChannel", "Identity"]),
        ("Line", ["FuzzEnds", "SecureChannel", "Identity", nioCore, nioEmbedded]),
        ("Address", ["Identity"]),
        ("Hello", ["FuzzEnds", "Identity", "TLSCodec"]),
        ("Text", ["Terminal"]),
        ("Keys", ["Terminal"]),
        ("Message", ["MLS", "TLSCodec"]),
        ("Welcome", ["MLS", "Sodium", "TLSCodec"]),
        ("KeyPackage", ["MLS", "TLSCodec"]),
        ("RatchetTree", ["MLS", "TLSCodec"]),
        ("RelayMessage", ["RelayProtocol", "TLSCodec"]),
    ]
    for target in targets {
        // libFuzzer brings `main`.
        package.targets.append(
            .executableTarget(
                name: "Fuzz\(target.name)", dependencies: ["FuzzSupport"] + target.dependencies,
                path: "Fuzz/\(target.name)", swiftSettings: house + [.unsafeFlags(["-parse-as-library"])]))
    }
}
