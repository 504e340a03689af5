import TLSCodec

/// A structure of what the other test structure hasn't: numbers with names, optionals, vectors of vectors.
struct Shelf: TLSStruct, Hashable {
    let colour: Colour
    let label: Label
    let note: Label?
    let numbers: [UInt16]
    let boxes: [Box]

    init(fields v: inout some Visitor<Self>) throws(CodecError) {
        colour = try v.nested { $0.colour }
        label = try v.nested { $0.label }
        note = try v.optional { $0.note }
        numbers = try v.vector(.variable) { $0.numbers }
        boxes = try v.vector(.variable) { $0.boxes }
    }

    init(colour: Colour = .red, label: [UInt8] = [], note: [UInt8]? = nil, numbers: [UInt16] = [], boxes: [Box] = []) {
        self.colour = colour
        self.label = Label(label)
        self.note = note.map(Label.init)
        self.numbers = numbers
        self.boxes = boxes
    }

    enum Colour: UInt16, TLSNumber {
        case red = 1
        case blue = 0x0203
    }

    struct Label: TLSOpaque, Hashable {
        let bytes: [UInt8]

        init(_ bytes: [UInt8]) { self.bytes = bytes }
    }

    /// A vector inside a vector.
    struct Box: TLSStruct, Hashable {
        let labels: [Label]

        init(fields v: inout some Visitor<Self>) throws(CodecError) {
            labels = try v.vector(.variable) { $0.labels }
        }

        init(_ labels: [[UInt8]]) { self.labels = labels.map(Label.init) }
    }
}
