// swift-tools-version: 6.2
import PackageDescription

let house: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
    .treatAllWarnings(as: .error),
]
/// Rooms also confess each unsafe expression; `TidyTests` then allows the word in `Sodium` and a few named files alone.
let room = house + [.strictMemorySafety()]

let nio = "swift-nio"
let package = Package(
    name: "sotto",
    platforms: [.macOS("26.0")],
    products: [

        .library(name: "Sodium", targets: ["Sodium"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-nio.git", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.6.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CSodium", path: "CSodium", pkgConfig: "libsodium",
            providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
        .target(name: "Sodium", dependencies: ["CSodium"], swiftSettings: room),
    ],
    swiftLanguageModes: [.v6]
)
