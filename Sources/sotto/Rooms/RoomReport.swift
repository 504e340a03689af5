import Chat
import RelayProtocol
import Terminal

/// What became of a room, on standard output.
struct RoomReport {
    private let options: GlobalOptions

    init(_ options: GlobalOptions) { self.options = options }

    func print(_ event: String, _ room: RoomID, name: String?) {
        guard options.json else {
            return StandardOutput.print("\(event)  \(room.text)\(name.map { "  #" + DisplayText($0).text } ?? "")")
        }
        var object = JSONObject(["event": .string(event), "room": .string(room.text)])
        if let name { object.add("name", .string(name)) }
        StandardOutput.print(object.line)
    }
}
