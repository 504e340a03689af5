/// Thrown where a message turned out to be another than the test is about.
struct UnexpectedMessage: Error {}
