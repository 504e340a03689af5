import Chat
import Identity
import MLS
import RelayClient
import RelayProtocol
import Sodium

@testable import Relay

/// One client and its line, as `RelayClient` treats it: what a lost line left unanswered is asked again where it may be,
/// what was open and followed is again on the next one, and every number of a log comes once.
struct SimulatedClient {
    let person: TestPerson
    let storage = MemoryChatStorage()
    var core: ChatCore
    var line: SimulatedLine?
    /// Asked and not answered, in order.
    var asked: [(tag: RequestTag, request: ChatRequest)] = []
    /// What the relay has said and the client hasn't heard.
    var incoming: [ChatInput] = []
    var keys: [RoomID: RoomKey] = [:]
    var follows: [FollowedLog: EntryNumber] = [:]
    var wakeAt: [UInt64] = []
    var told: [ChatEvent] = []

    init(_ person: TestPerson) throws {
        self.person = person
        core = try ChatCore(person.client, at: SimulatedRelay.key, keptIn: storage)
    }

    var requester: Requester {
        Requester(identity: person.key, device: DeviceKey(person.device.publicKey))
    }

    /// The process ends, wherever it stood; it begins anew with what is stored.
    mutating func crash() throws {
        (line, asked, incoming, keys, follows, wakeAt) = (nil, [], [], [:], [:], [])
        core = try ChatCore(person.client, at: SimulatedRelay.key, keptIn: storage)
        for room in core.restoredRooms {
            keys[room.id] = room.keys.last
            follows[.room(room.id)] = room.followedFrom
        }
    }

    /// - Returns: whether it took it; where the disk failed it is there to be taken again.
    mutating func take(_ input: ChatInput, at seconds: UInt64) throws -> Bool {
        let actions: [ChatAction]
        do throws(ChatStorageError) { actions = try core.take(input, now: UnixTime(seconds: seconds)) } catch {
            guard error == .full else { throw error }
            return false
        }
        for action in actions {
            switch action {
            case .ask(let tag, let request): asked.append((tag, request))
            case .tell(let event): told.append(event)
            case .wake(let milliseconds): wakeAt.append(seconds + milliseconds / 1_000 + 1)
            }
        }
        return true
    }

    mutating func loseLine() {
        line = nil
        incoming = []
        let unanswered = asked
        asked = []
        for (tag, request) in unanswered {
            if request.isAskedAgain {
                asked.append((tag, request))
            } else {
                incoming.append(.answered(tag, .failure(.lost)))
            }
        }
    }
}

extension ChatRequest {
    var isAskedAgain: Bool {
        switch self {
        case .open(let room, let key): ClientRequest.open(room, key).mayBeRepeated
        case .follow, .forget: true
        case .plain(let request): ClientRequest.plain(request).mayBeRepeated
        }
    }
}
