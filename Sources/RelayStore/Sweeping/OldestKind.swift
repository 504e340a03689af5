/// What makes room for what is new, in the order in which it goes.
enum OldestKind: CaseIterable { case messages, blobs, items, states, commits }
