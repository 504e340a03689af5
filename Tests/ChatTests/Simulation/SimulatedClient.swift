import Chat
import Identity
import MLS
import RelayClient
import RelayProtocol
import Sodium

@testable import Relay

/// One client and its line, as `RelayClient` treats it: what a lost line left unanswered is asked again where it may be,
/// what was open and followed is again on the next one, and all that is heard comes in one order.
struct SimulatedClient {
    let person: TestPerson
    private(set) var storage = MemoryChatStorage()
    var core: ChatCore
    var line: SimulatedLine?
    /// What the relay hasn't been told, in order.
    var asked: [(tag: RequestTag, request: ChatRequest)] = []
    /// What has come and the core hasn't heard.
    var incoming: [RelayClientEvent] = []
    var ledger = FollowLedger()
    var wakeAt: [UInt64] = []
    var told: [ChatEvent] = []
    /// Its machine is off.
    var isAway = false

    init(_ person: TestPerson) throws {
        self.person = person
        core = try ChatCore(person.client, at: SimulatedRelay.key, keptIn: storage)
    }

    var requester: Requester {
        Requester(identity: person.key, device: DeviceKey(person.device.publicKey))
    }

    /// The process ends, wherever it stood; it begins anew with what is stored.
    mutating func crash() throws {
        (line, asked, incoming, ledger, wakeAt) = (nil, [], [], FollowLedger(), [])
        core = try restored()
    }

    /// The process ends; when its machine is on again, it begins anew.
    mutating func goAway() throws {
        try crash()
        isAway = true
    }

    /// An older copy of the store is put in its place.
    mutating func putBack(_ copy: MemoryChatStorage) throws {
        storage = copy
        try crash()
    }

    /// As a person begins the program again until there is room.
    private func restored() throws -> ChatCore {
        while true {
            do throws(ChatStorageError) {
                return try ChatCore(person.client, at: SimulatedRelay.key, keptIn: storage)
            } catch { guard error == .full else { throw error } }
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
            case .ask(let tag, let request): ask(request, tag)
            case .tell(let event): told.append(event)
            case .wake(let milliseconds): wakeAt.append(seconds + milliseconds / 1_000 + 1)
            }
        }
        return true
    }

    private mutating func ask(_ request: ChatRequest, _ tag: RequestTag) {
        switch request {
        case .follow(let log, let from): ledger.follow(log, from: from)
        case .forget(let room): ledger.forget(room)
        case .plain, .open: break
        }
        asked.append((tag, request))
    }

    /// What was heard is still read; what wasn't said is said on the next line.
    mutating func loseLine() {
        guard line != nil else { return }
        line = nil
        ledger.lineLost()
        incoming.append(.lost(.lost))
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
