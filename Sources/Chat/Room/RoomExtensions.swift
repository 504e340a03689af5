import MLS
import TLSCodec

/// A room's GroupContext extensions: its settings, and that every member must understand them. Nothing else may stand
/// there.
enum RoomExtensions {
    /// - Throws: ``MLSError/malformed(_:)`` for settings that contradict themselves.
    static func of(_ settings: RoomSettings) throws(MLSError) -> Extensions {
        let data: [UInt8]
        do throws(CodecError) { data = try settings.encoded() } catch { throw .malformed(error) }
        return [try .requiredCapabilities(required), Extension(type: .sottoRoom, data: data)]
    }

    /// The settings in a room's extensions; nothing unless these are a room's.
    static func settings(in extensions: Extensions) -> RoomSettings? {
        guard let data = extensions[.sottoRoom], let settings = try? RoomSettings(decoding: data),
            (try? of(settings)) == extensions
        else { return nil }
        return settings
    }

    private static let required = RequiredCapabilities(extensionTypes: [.sottoRoom])
}
