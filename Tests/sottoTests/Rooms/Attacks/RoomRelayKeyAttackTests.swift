import Foundation
import Testing

@testable import sotto

extension ProgramTests {
    /// A8, for rooms: another relay answers at an address that is known, or the same one without what it kept.
    @Suite(.timeLimit(.minutes(5))) struct RoomRelayKeyAttackTests {
        /// Its length, an ephemeral key and mac1.
        private static let message1ByteCount = 2 + 48

        @Test func underAnotherKeyNothingIsSentBehindMessage1WhateverIsAsked() throws {
            let rooms = try CommandLineRooms()
            let proxy = try RecordingProxy(target: rooms.relay.port)
            let invite = try rooms.line(port: proxy.port)
            for person in ["ann", "bob", "cat"] { try rooms.done(person, "name", person) }
            try rooms.done("ann", "create", "Teahouse", "--relay", invite)
            let link = try rooms.done("ann", "invite", "Teahouse", "--link").output
            try rooms.done("bob", "join", "-", input: rooms.done("ann", "invite", "Teahouse", "--link").output)
            try rooms.done("cat", "name", "@cat", "--relay", invite)
            try rooms.done("bob", "send", "Teahouse", "hello")
            let pins = try #require(rooms.temporary.read("ann/client/pins"))

            let other = try RunningServer(home: rooms.temporary.path("other relay"))
            proxy.lead(to: other.port)
            let commands = [
                ["create", "Side"], ["create", "Side", "--relay", "127.0.0.1:\(proxy.port)"],
                ["send", "Teahouse", "secret"], ["tail", "Teahouse"], ["tail", "Teahouse", "--follow"],
                ["history", "Teahouse"], ["rooms"], ["members", "Teahouse"], ["invite", "Teahouse", "--link"],
                ["invite", "Teahouse", "@bob"], ["name", "@ann"], ["rename", "Teahouse", "Cellar"],
            ]
            for (person, command, input) in commands.map({ ("ann", $0, "") }) + [("cat", ["join", "-"], link)] {
                let before = (proxy.connectionCount, proxy.byteCount)
                let ended = try PipedClient(
                    command: command + ["--home", rooms.temporary.path(person), "--no-input"], saying: input)
                #expect(ended.status == 3, "\(command): \(ended.errors)")
                #expect(ended.saysWhatToDo, "\(command): \(ended.errors)")
                #expect(!ended.output.contains("hello"))
                let connections = proxy.connectionCount - before.0
                #expect(connections == 1, "\(command)")
                #expect(proxy.byteCount - before.1 == connections * Self.message1ByteCount, "\(command)")
            }
            #expect(rooms.temporary.read("ann/client/pins") == pins)
            #expect(other.end() == 0)

            // What was kept meanwhile goes to the right one, once.
            proxy.lead(to: rooms.relay.port)
            try rooms.done("ann", "rooms")
            try rooms.done("cat", "join", "-", input: link)
            #expect(try rooms.history("bob").texts == ["hello", "secret"])
            #expect(try rooms.overview("cat")["standing"] as? String == "member")
            rooms.stopRelay()
        }

        /// A link to another relay's key at an address that is pinned.
        @Test func aLinkThatDisagreesWithThePinIsRefusedBeforeAnythingIsDialled() throws {
            let rooms = try CommandLineRooms()
            let proxy = try RecordingProxy(target: rooms.relay.port)
            try rooms.done("ann", "name", "Ann")
            try rooms.done("ann", "create", "Teahouse", "--relay", rooms.line(port: proxy.port))
            let other = try RunningServer(home: rooms.temporary.path("other relay"))
            try rooms.done("eve", "name", "Eve")
            try rooms.done("eve", "create", "Trap", "--relay", other.line)
            let link = try rooms.done("eve", "invite", "Trap", "--link").output
                .replacing("127.0.0.1:\(other.port)", with: "127.0.0.1:\(proxy.port)")
            proxy.lead(to: other.port)
            let pins = try #require(rooms.temporary.read("ann/client/pins"))
            let joining = try rooms.sotto("ann", "join", "-", input: link)
            #expect(joining.status == 3, "\(joining.errors)")
            #expect(proxy.connectionCount == 0)
            #expect(rooms.temporary.read("ann/client/pins") == pins)
            #expect(other.end() == 0)
            rooms.stopRelay()
        }

        @Test func aRelayThatLostWhatItKeptIsNoNewRelayAndItsRoomsSaySo() throws {
            let rooms = try CommandLineRooms()
            try rooms.gather()
            try rooms.done("ann", "send", "Teahouse", "hello")
            #expect(try rooms.texts("bob") == ["hello"])
            let pins = try #require(rooms.temporary.read("ann/client/pins"))
            rooms.stopRelay()
            for name in ["relay.sqlite", "relay.sqlite-wal", "relay.sqlite-shm"] {
                rooms.temporary.remove("relay/relay/" + name)
            }
            try rooms.startRelay()
            let sending = try rooms.sotto("ann", "send", "Teahouse", "anybody?")
            #expect(sending.status == 5, "\(sending.errors)")
            #expect(sending.errors.contains("The relay doesn't have this room any more"), "\(sending.errors)")
            #expect(sending.errors.contains("The message is kept"), "\(sending.errors)")
            for command in ["rename", "tail", "history", "members"] {
                let arguments = [command, "Teahouse"] + (command == "rename" ? ["Cellar"] : [])
                let ended = try PipedClient(
                    command: arguments + ["--home", rooms.temporary.path("ann"), "--no-input"], within: 60)
                #expect(
                    ended.errors.contains("The relay doesn't have this room any more"), "\(command): \(ended.errors)")
                #expect(ended.status == (command == "rename" ? 5 : 0), "\(command)")
            }
            #expect(try rooms.texts("bob") == ["hello"], "what was read stays")
            #expect(rooms.temporary.read("ann/client/pins") == pins)
            // It serves whoever begins anew.
            try rooms.done("ann", "create", "Cellar")
            rooms.stopRelay()
        }
    }
}
