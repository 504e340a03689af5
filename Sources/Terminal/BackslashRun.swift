/// Backslashes in a row, and whether they are doubled because an escape, or what looks like one, follows them.
struct BackslashRun {
    var end = 0
    var isDoubled = false
}
