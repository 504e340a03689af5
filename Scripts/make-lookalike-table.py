#!/usr/bin/env python3
"""Writes Sources/Identity/LookalikeTable.swift: by which letters names that look alike are the same.

Of Unicode's confusables (UTS #39), as the package confusable_homoglyphs carries them, and of compatibility
decompositions. No member of a room decides by it what is valid: it may change with any version of Sotto.
Needs the package confusable_homoglyphs==3.3.1 from PyPI.

usage: Scripts/make-lookalike-table.py > Sources/Identity/LookalikeTable.swift
"""
import json
import pathlib
import unicodedata

import confusable_homoglyphs

KINDS = ("L", "N", "P", "S")
# Letters that one style of writing or another draws alike, beyond Unicode's own list.
OURS = {"i": "l", "1": "l", "|": "l", "!": "l", "0": "o", "m": "rn", "w": "vv", "ı": "l", "ß": "b", "þ": "p"}


def classes():
    """character or text -> the class that it looks like, by one member of each."""
    file = pathlib.Path(confusable_homoglyphs.__file__).parent / "confusables.json"
    listed = json.loads(file.read_text(encoding="utf-8"))
    parent = {}

    def root(text):
        parent.setdefault(text, text)
        while parent[text] != text:
            text = parent[text]
        return text

    for text, others in listed.items():
        for other in others:
            parent[root(text)] = root(other["c"])
    members = {}
    for text in parent:
        members.setdefault(root(text), []).append(text)
    plainest, letters = {}, {}
    for texts in members.values():
        first = min(texts, key=lambda text: (not text.isascii(), not text.isalnum(), len(text), text))
        letter = min((text for text in texts if len(text) == 1 and text.isascii() and text.isalpha()), default=None)
        for text in texts:
            plainest[text] = first
            if letter is not None and not text.isascii():
                letters[text] = letter
    return plainest, letters


# What each looks like; and, of what isn't plain, which plain letter: a capital may look like one where its small letter
# looks like none (Greek Beta), and then both are read as that.
PLAINEST, LETTERS = classes()


def bare(text):
    """Without marks and case."""
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(c for c in text if unicodedata.category(c)[0] != "M" and c != " ")


def skeleton(character):
    text = LETTERS.get(character) or LETTERS.get(character.upper(), character)
    for _ in range(8):
        before = text
        text = "".join(PLAINEST.get(c, c) for c in bare(text))
        text = "".join(OURS.get(c, c) for c in bare(text))
        if text == before:
            return text
    return text


def base36(number):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    text = ""
    while number >= 36:
        number, digit = divmod(number, 36)
        text = digits[digit] + text
    return digits[number] + text


def groups():
    """skeleton -> the characters that have it, of those whose lower case alone isn't it."""
    found = {}
    for point in list(range(0x21, 0xD800)) + list(range(0xE000, 0x20000)):
        character = chr(point)
        if unicodedata.category(character)[0] not in KINDS or unicodedata.normalize("NFD", character) != character:
            continue
        text = skeleton(character)
        if text not in ("", character.lower()):
            found.setdefault(text, []).append(point)
    return found


def main():
    words = []
    for text, points in sorted(groups().items()):
        last, gaps = 0, []
        for point in points:
            gaps.append(base36(point - last))
            last = point
        words.append("-".join(base36(ord(c)) for c in text) + "=" + ".".join(gaps))
    # Some words are longer than a line: a line may end inside one, so spaces stay where they are.
    packed = " ".join(words)
    lines = [packed[start:start + 110] for start in range(0, len(packed), 110)]
    print("/// Which characters look alike: made by `Scripts/make-lookalike-table.py`; not edited by hand.")
    print("///")
    print("/// Words of `SKELETON=CHARACTERS`: code points in base 36, of the skeleton with `-` between, of the characters with")
    print("/// `.` between, each the distance from the one before.")
    print("enum LookalikeTable {")
    print('    static let packed: String = """')
    for line in lines:
        print("        " + line + ("\\" if line is not lines[-1] else ""))
    print('        """')
    print("}")


if __name__ == "__main__":
    main()
