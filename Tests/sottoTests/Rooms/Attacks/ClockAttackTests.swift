import Foundation
import Testing

@testable import sotto

#if os(Linux)
    extension ProgramTests {
        /// A20: clocks that are years wrong, or are set back, of a client and of the relay.
        @Suite(
            .disabled(if: ShiftedClock.isMissing, "NOT TESTED HERE: no C compiler for a clock that can be set"),
            .timeLimit(.minutes(5)))
        struct ClockAttackTests {
            private static let day = 24 * 60 * 60
            /// One after the other, the last of them a small step backwards.
            private let shifts = [-730 * day, 3_653 * day, 3_653 * day - 3_600, 0]

            private let clock: ShiftedClock

            init() throws { clock = try ShiftedClock() }

            private func run(
                _ rooms: CommandLineRooms, _ person: String, _ command: [String], input: String = ""
            ) throws -> CommandLineRooms.Ended {
                let program = try RunningProgram(
                    command + ["--home", rooms.temporary.path(person), "--no-input"], after: clock.shell)
                program.write(input)
                program.closeInput()
                let status = program.end(within: 60)
                let ended = CommandLineRooms.Ended(
                    status: status, output: program.output.whole(), errors: program.errors.whole())
                #expect(status == 0, "\(command): \(ended.errors)")
                return ended
            }

            @Test func aClientsClockThatIsWrongLosesNothingAndChangesNoOrder() throws {
                let rooms = try CommandLineRooms()
                try rooms.gather()
                let follower = try rooms.begin("cat", "tail", "Teahouse", "--follow", "--json", after: clock.shell)
                var said: [String] = []
                for (turn, shift) in shifts.enumerated() {
                    clock.move(by: shift)
                    for (person, isWrong) in [("bob", false), ("ann", true), ("bob", false), ("ann", true)] {
                        said.append("\(person) \(said.count)")
                        let command = ["send", "Teahouse", said[said.count - 1]]
                        if isWrong {
                            _ = try run(rooms, person, command)
                        } else {
                            try rooms.done(person, "send", "Teahouse", said[said.count - 1])
                        }
                    }
                    // A change of the room, and somebody who comes by what the wrong clock has made.
                    _ = try run(rooms, "ann", ["rename", "Teahouse", "Teahouse"])
                    let link = try run(rooms, "ann", ["invite", "Teahouse", "--link"]).output
                    let guest = "guest \(turn)"
                    try rooms.done(guest, "name", "Guest \(turn)")
                    // Two years back it has ended long ago, as the relay sees it.
                    let joining = try rooms.sotto(guest, "join", "-", input: link)
                    #expect(joining.status == (shift < -Self.day ? 5 : 0), "\(joining.errors)")
                    let shown = try run(rooms, "ann", ["tail", "Teahouse", "--json", "--lines", "1"]).objects.last
                    let seenAt = try #require(shown?["seenAt"] as? Double)
                    #expect(abs(seenAt - Date().timeIntervalSince1970 - Double(shift)) < 600, "the clock isn't wrong")
                }
                #expect(follower.output.wait(for: said[said.count - 1]))
                follower.terminate()
                _ = follower.end()
                #expect(CommandLineRooms.objects(in: follower.output.whole()).texts == said)
                try rooms.expectAgreement(["ann", "bob", "cat"])
                for person in ["ann", "bob", "cat"] { #expect(try rooms.history(person).texts == said) }
                rooms.stopRelay()
            }

            @Test func aRelaysClockThatIsWrongLosesNothingAndChangesNoOrder() throws {
                let rooms = try CommandLineRooms(after: clock.shell)
                try rooms.gather()
                let follower = try rooms.begin("cat", "tail", "Teahouse", "--follow", "--json")
                var said: [String] = []
                // While it runs, and as it starts: the way it went before, and the other way.
                for shift in shifts + shifts.reversed() {
                    clock.move(by: shift)
                    for person in ["ann", "bob"] {
                        said.append("\(person) \(said.count)")
                        try rooms.done(person, "send", "Teahouse", said[said.count - 1])
                    }
                    if said.count.isMultiple(of: 4) {
                        rooms.stopRelay()
                        try rooms.startRelay()
                    } else {
                        try rooms.killRelay()
                    }
                    try rooms.done("ann", "rename", "Teahouse", "Teahouse")
                    #expect(try rooms.history("bob").texts == said)
                }
                #expect(follower.output.wait(for: said[said.count - 1], within: 90))
                follower.terminate()
                _ = follower.end()
                #expect(CommandLineRooms.objects(in: follower.output.whole()).texts == said)
                try rooms.expectAgreement(["ann", "bob", "cat"])
                rooms.stopRelay()
            }
        }
    }
#endif
