import NIOCore
package import RelayProtocol

/// A whisper on its way to the followers of its room, encoded once for all of them.
package struct PassedWhisper: Sendable {
    package let room: RoomID
    let bytes: ByteBuffer

    init(_ whisper: Whisper) {
        room = whisper.room
        var bytes = ByteBuffer()
        bytes.write(.whisper(WhisperEvent(room: whisper.room, body: whisper.body)))
        self.bytes = bytes
    }
}
