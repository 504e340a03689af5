/// What a person, or a pipe, gives to a client.
enum ConsoleInput: Sendable {
    case line(String)
    /// A line was longer than a message may be; it wasn't read into memory whole.
    case lineTooLong
    /// Nothing more will come: end of the pipe, or Ctrl-D.
    case end
    /// Ctrl-C.
    case interrupt
}
