#!/usr/bin/env python3
"""Writes Sources/Identity/UnicodeTable.swift: what the rules of names need of Unicode 15.0.

The version is pinned, for all members of a room must decide alike about a name, whatever Unicode their system knows.
Needs Python 3.12, or the package unicodedata2==15.0.0 from PyPI.

usage: Scripts/make-nfc-table.py > Sources/Identity/UnicodeTable.swift
"""
import sys
import textwrap

try:
    import unicodedata2 as unicode_data
except ImportError:
    import unicodedata as unicode_data

VERSION = "15.0.0"
HANGUL = range(0xAC00, 0xD7A4)  # composed by arithmetic
SCALARS = [point for point in range(0x110000) if not 0xD800 <= point <= 0xDFFF]


def composites():
    """(composite, first, second) of every pair that composition joins (UAX #15, primary composites)."""
    for point in SCALARS:
        parts = unicode_data.decomposition(chr(point)).split()
        if len(parts) != 2 or parts[0].startswith("<") or point in HANGUL:
            continue
        if unicode_data.normalize("NFC", chr(point)) == chr(point):
            yield point, int(parts[0], 16), int(parts[1], 16)


def ranges(condition):
    """Closed ranges of the scalars that fulfil the condition."""
    found = []
    for point in SCALARS:
        if not condition(chr(point)):
            continue
        if found and found[-1][1] == point - 1:
            found[-1][1] = point
        else:
            found.append([point, point])
    return found


def written(numbers_or_ranges):
    """Ranges as numbers in base 36, each the distance from the one before: gap, length, gap, length …"""
    last, words = 0, []
    for first, end in numbers_or_ranges:
        words += [base36(first - last), base36(end - first)]
        last = end
    return words


def base36(number):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    text = ""
    while number >= 36:
        number, digit = divmod(number, 36)
        text = digits[digit] + text
    return digits[number] + text


def literal(name, note, words):
    lines = textwrap.wrap(" ".join(words), 108)
    body = "\n".join("        " + line + (" \\" if line is not lines[-1] else "") for line in lines)
    return f'    /// {note}\n    static let {name}: String = """\n{body}\n        """\n'


def main():
    if unicode_data.unidata_version != VERSION:
        sys.exit(f"This Python knows Unicode {unicode_data.unidata_version}; {VERSION} is needed: "
                 "pip install unicodedata2==15.0.0")
    category = unicode_data.category
    pairs = [base36(number) for triple in sorted(composites()) for number in triple]
    parts = [
        literal("composites", "Triples: a primary composite, its first and its second part.", pairs),
        literal("neverInNFC", "Ranges (gap, length − 1) of what NFC replaces by something else: NFC_Quick_Check=No.",
                written(ranges(lambda scalar: unicode_data.normalize("NFC", scalar) != scalar))),
        literal("bases", "Ranges (gap, length − 1) of letters, numbers, punctuation and symbols.",
                written(ranges(lambda scalar: category(scalar)[0] in "LNPS"))),
        literal("marks", "Ranges (gap, length − 1) of combining marks.",
                written(ranges(lambda scalar: category(scalar)[0] == "M"))),
    ]
    print("/// Unicode 15.0, as far as the rules of names need it: numbers in base 36. Made by `Scripts/make-nfc-table.py`;")
    print("/// not edited by hand.")
    print("enum UnicodeTable {")
    print("\n".join(parts), end="")
    print("}")


main()
