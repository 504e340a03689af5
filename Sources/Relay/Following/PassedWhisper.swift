import NIOCore
package import RelayProtocol

/// A whisper on its way to the followers of its room, encoded once for all of them.
package struct PassedWhisper: Sendable {
    package let room: RoomID
    /// In which its sender is. The relay has no other word of who is in the room with him: what stands last in the log,
    /// somebody may have put there who isn't.
    let epoch: Opening
    let bytes: ByteBuffer

    init(_ whisper: Whisper, in epoch: Opening) {
        self.epoch = epoch
        room = whisper.room
        var bytes = ByteBuffer()
        bytes.write(.whisper(WhisperEvent(room: whisper.room, body: whisper.body)))
        self.bytes = bytes
    }
}
