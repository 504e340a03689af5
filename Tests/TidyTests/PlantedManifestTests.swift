import Testing

struct PlantedManifestTests {
    private static let good = """
        let house: [SwiftSetting] = [
            .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("MemberImportVisibility"),
            .enableUpcomingFeature("ExistentialAny"), .treatAllWarnings(as: .error),
        ]
        let room = house + [.strictMemorySafety()]
        let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
        let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
        let package = Package(
            targets: [
                .target(name: "Noise", dependencies: ["Sodium"], swiftSettings: room),
                // .target(name: "Noise", dependencies: ["MLS"], swiftSettings: room),
                .target(
                    name: "SecureChannel",
                    dependencies: ["Noise", nioCore, .product(name: "Logging", package: "swift-log")],
                    swiftSettings: room),
                .testTarget(name: "NoiseTests", dependencies: ["Noise", "Sodium"], swiftSettings: house),
            ],
            swiftLanguageModes: [.v6]
        )
        """

    private static let sources = [
        "Sources/Noise/A.swift": "import Sodium\nimport Synchronization",
        "Sources/SecureChannel/A.swift": "import Noise\npackage import NIOCore\nimport Logging",
    ]

    private func findings(_ change: (inout String) -> Void = { _ in }, adding file: String? = nil) -> [String] {
        var text = Self.good
        change(&text)
        var files = Self.sources
        files["Package.swift"] = text
        if let file { files["Sources/Noise/B.swift"] = file }
        return Rules.manifest(SourceTree(files))
    }

    @Test func passesAManifestThatIsTrue() { #expect(findings() == []) }

    @Test func findsWhatIsImportedAndNotDeclared() {
        #expect(findings(adding: "import TLSCodec") == ["Noise: doesn't declare TLSCodec"])
    }

    @Test func findsWhatIsDeclaredAndNotAllowed() {
        let found = findings { $0.replace("[\"Sodium\"]", with: "[\"Sodium\", \"MLS\"]") }
        #expect(found == ["Noise: declares MLS, which it doesn't import", "Noise: may not depend on MLS"])
    }

    @Test func findsWhatIsDeclaredAndNotImported() {
        let found = findings { $0.replace("[\"Noise\", nioCore", with: "[\"Noise\", \"Identity\", nioCore") }
        #expect(found == ["SecureChannel: declares Identity, which it doesn't import"])
    }

    @Test func findsAProductThatIsDeclaredAndNotImported() {
        let found = findings { $0.replace("[\"Noise\", nioCore", with: "[\"Noise\", nioPosix, nioCore") }
        #expect(found == ["SecureChannel: declares NIOPosix, which it doesn't import"])
    }

    @Test func findsADependencyByAnIdentifierItDoesNotKnow() {
        let found = findings { $0.replace("[\"Sodium\"]", with: "[\"Sodium\", mls]") }
        #expect(found.contains("Noise: may not depend on unknown identifier mls"))
    }

    @Test func findsARoomWithoutATarget() {
        #expect(findings { $0.replace("name: \"Noise\",", with: "name: \"Noisy\",") } == ["Noise: no target"])
    }

    @Test func findsARoomUnderOtherSettings() {
        let found = findings {
            $0.replace("[\"Sodium\"], swiftSettings: room", with: "[\"Sodium\"], swiftSettings: house")
        }
        #expect(found == ["Noise: not under the settings of a room"])
    }

    @Test(arguments: [
        ".enableUpcomingFeature(\"InternalImportsByDefault\")", ".enableUpcomingFeature(\"MemberImportVisibility\")",
        ".enableUpcomingFeature(\"ExistentialAny\")", ".treatAllWarnings(as: .error)", ".strictMemorySafety()",
        "swiftLanguageModes: [.v6]",
    ])
    func findsASettingThatIsGone(_ setting: String) {
        #expect(findings { $0.replace(setting, with: "") } == ["Package.swift: no \(setting)"])
    }

    @Test func findsThatThereIsNoManifest() {
        #expect(Rules.manifest(SourceTree(Self.sources)) == ["there is no Package.swift"])
    }
}
