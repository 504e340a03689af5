import Chat
import RelayProtocol

extension RoomsSession {
    /// What became of a room.
    func report(_ event: String, _ room: RoomID, name: String? = nil) {
        var object = JSONObject(["event": .string(event), "room": .string(room.text)])
        if let name { object.add("name", .string(name)) }
        output.show("\(event)  \(room.text)\(name.map { "  #" + $0 } ?? "")", object)
    }
}
