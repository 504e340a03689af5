/// A node of a filtered direct path, with its child on the other side.
package struct PathStep: Hashable, Sendable {
    package let node: NodeIndex
    package let copath: NodeIndex
}
