import Testing

/// The built program, on loopback, one test after the other: each starts processes of its own.
@Suite(.blocking, .serialized, .disabled(if: BuiltProgram.isMissing, "no built program beside the tests"))
enum ProgramTests {}
