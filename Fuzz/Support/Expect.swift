/// Ends the run as a finding if `condition` doesn't hold. `precondition` would say nothing in a release build.
package func expect(_ condition: Bool, _ fact: @autoclosure () -> String) {
    if !condition { fatalError("found: \(fact())") }
}
