#!/usr/bin/env python3
"""Checks what Redchop hands out: an exhibit export, or a custody record (the whole audit chain).

    python3 verify.py FOLDER [--receipt "REDCHOP-RECEIPT-1 ..."]
    python3 verify.py --batch LISTFILE       one "FOLDER" or "FOLDER<TAB>RECEIPT" a line

Needs Python 3.8 or newer and nothing else: no network, no Redchop. Reads, never writes. A ZIP is to be unpacked first.
Prints a line for each finding, then OK or NOT OK. Ends with 0 (OK), 1 (NOT OK) or 2 (cannot be done).
The formats are described in docs/formats/custody.md of Redchop; verify.mjs says the same in JavaScript.
"""
import hashlib, hmac, json, os, re, stat, sys, unicodedata

UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
INSTANT = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{3}Z"
RECEIPT = (
    "(REDCHOP-RECEIPT-1 store=(%s) seq=([1-9][0-9]{0,14}) head=([0-9a-f]{64}) root=([0-9a-f]{64}) at=%s) check=([0-9a-f]{8})"
    % (UUID, INSTANT)
)
# What would forge or hide a line on the screen: controls, the backslash, line ends, zero-width and direction marks.
UNSAFE = re.compile("[\x00-\x1f\\\\\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
LARGEST = 2**53 - 1
DEEPEST = 16

# --- canonical JSON (RFC 8785), of which these formats use objects with ASCII names and whole numbers only ---

def refuse(*_):
    raise ValueError

whole = lambda digits: int(digits) if len(digits) < 18 and abs(int(digits)) <= LARGEST else refuse()
named = lambda pairs: dict(pairs) if all(name.isascii() for name, _ in pairs) else refuse()

def is_shallow(value, level=0):
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return inside is None or (level < DEEPEST and all(is_shallow(each, level + 1) for each in inside))

def parse(data):
    """The object that the bytes stand for; None where they are not exactly its one canonical form."""
    try:
        text = data.decode("utf-8")
        value = json.loads(text, parse_float=refuse, parse_constant=refuse, parse_int=whole, object_pairs_hook=named)
        again = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return value if isinstance(value, dict) and again == text and is_shallow(value) else None
    except (ValueError, RecursionError):
        return None

# Tests of values, and what makes such tests.
like = lambda pattern: lambda value: isinstance(value, str) and re.fullmatch(pattern, value) is not None
from_number = lambda least: lambda value: type(value) is int and value >= least
same = lambda stated: lambda value: type(value) is type(stated) and value == stated
each_is = lambda kind: lambda value: isinstance(value, list) and all(kind(each) for each in value)

def shape(**members):
    """A test for an object with exactly these members, each of its kind."""
    return lambda value: (
        isinstance(value, dict) and value.keys() == members.keys() and all(members[key](value[key]) for key in members)
    )

is_text = lambda value: isinstance(value, str)
is_hash, is_uuid = like("[0-9a-f]{64}"), like(UUID)
is_fact = lambda value: isinstance(value, (bool, int)) or is_hash(value) or is_uuid(value)
is_entry = shape(
    act=is_text, actor=is_text, app=is_text, at=like(INSTANT), boot=is_uuid, clock=like("ok|regressed"),
    commit=lambda value: value is None or is_hash(value),
    facts=lambda value: isinstance(value, dict) and all(is_fact(each) for each in value.values()),
    mono=from_number(0), object=is_text, prev=is_hash, seq=from_number(1), v=same(1),
)  # fmt: skip
is_placed = shape(branch=each_is(is_hash), entry=is_text)
is_proof = shape(
    format=same("redchop-proof"), version=same(1), storeId=is_uuid, first=is_placed, last=is_placed,
    tree=shape(head=is_hash, root=is_hash, size=from_number(1)),
    items=each_is(shape(branch=each_is(is_hash), entry=is_text, path=is_text, salt=is_hash, seq=from_number(1), sha256=is_hash)),
    receipts=each_is(shape(path=each_is(is_hash), root=is_hash, seq=from_number(1))),
)  # fmt: skip
is_chain = shape(format=same("redchop-chain"), version=same(1), storeId=is_uuid, size=from_number(1), head=is_hash, root=is_hash)
parse_entry = lambda data: next(filter(is_entry, [parse(data)]), None)
are_files = each_is(shape(path=is_text, sha256=is_hash, sizeBytes=from_number(0)))

# --- hashes and the Merkle tree (RFC 9162, 2.1) ---

leaf_hash = lambda data: hashlib.sha256(b"\0" + data).digest()
node_hash = lambda left, right: hashlib.sha256(b"\1" + left + right).digest()
first_link = lambda store_id: leaf_hash(('{"storeId":"%s","v":1}' % store_id).encode())

class Tree:
    """The root over leaves given one by one."""
    def __init__(self):
        self.size, self.parts = 0, []

    def add(self, leaf):
        self.size += 1
        rest = self.size
        while rest % 2 == 0:
            leaf = node_hash(self.parts.pop(), leaf)
            rest //= 2
        self.parts.append(leaf)

    def root(self):
        root = self.parts[-1] if self.parts else hashlib.sha256().digest()
        for part in reversed(self.parts[:-1]):
            root = node_hash(part, root)
        return root.hex()

def climb(first, last, old, new, path):
    """Follows a path of node hashes up the tree; gives both hashes at its top, or None where it ends too soon or too late."""
    for part in path:
        if last == 0:
            return None
        if first % 2 == 1 or first == last:
            old, new = node_hash(part, old), node_hash(part, new)
            while first % 2 == 0 and first != 0:
                first, last = first // 2, last // 2
        else:
            new = node_hash(new, part)
        first, last = first // 2, last // 2
    return (old.hex(), new.hex()) if last == 0 else None

def includes(tree, seq, leaf, branch):
    """Whether the branch leads from the leaf at place seq (from 1) to the root (RFC 9162, 2.1.3.2)."""
    top = climb(seq - 1, tree["size"] - 1, leaf, leaf, map(bytes.fromhex, branch)) if seq <= tree["size"] else None
    return top is not None and top[1] == tree["root"]

def continues(earlier, tree):
    """Whether the tree is that of an earlier root with more entries after it (RFC 9162, 2.1.4.2)."""
    path = [bytes.fromhex(each) for each in earlier["path"]]
    size = earlier["seq"]
    if not path or size >= tree["size"]:
        return False
    if size & (size - 1) == 0:
        path.insert(0, bytes.fromhex(earlier["root"]))
    first, last = size - 1, tree["size"] - 1
    while first % 2 == 1:
        first, last = first // 2, last // 2
    return climb(first, last, path[0], path[0], path[1:]) == (earlier["root"], tree["root"])

def parse_receipt(text, found):
    """What a receipt says; None where there is none, and with a finding where it was mistyped."""
    match = re.fullmatch(RECEIPT, re.sub("(?:store|seq|head|root|at|check)=", r" \g<0>", re.sub("[ \t\r\n]+", "", text)))
    if match is not None and hashlib.sha256(match.group(1).encode()).hexdigest()[:8] == match.group(6):
        return {"store": match.group(2), "seq": int(match.group(3)), "head": match.group(4), "root": match.group(5)}
    if text:
        found.add("RECEIPT_UNREADABLE receipt")
    return None

# --- a folder of files, opened by the names that lie there and never by a name out of a manifest ---

def shown(name):
    """A name as it is printed: whatever could forge or hide a line stands as its number."""
    return UNSAFE.sub(lambda match: "\\u{%x}" % ord(match.group()), name)

def list_files(folder, found):
    """Every plain file by its path inside, in NFC; links, devices and second files of one name are findings."""
    files, waiting = {}, [b""]
    while waiting:
        inside = waiting.pop()
        for name in sorted(os.listdir(os.path.join(folder, inside))):
            path = inside + name
            mode = os.lstat(os.path.join(folder, path)).st_mode
            if stat.S_ISDIR(mode):
                waiting.append(path + b"/")
                continue
            try:
                key = unicodedata.normalize("NFC", path.decode("utf-8"))
            except UnicodeDecodeError:
                key = None
            if key is not None and stat.S_ISREG(mode) and key not in files:
                files[key] = os.path.join(folder, path)
            else:
                found.add("FILE_EXTRA " + (path.hex() if key is None else shown(key)))
    return files

def read(path):
    with open(path, "rb") as file:
        return file.read()

def digest(path):
    sha256 = hashlib.sha256()
    with open(path, "rb") as file:
        for piece in iter(lambda: file.read(1 << 20), b""):
            sha256.update(piece)
    return sha256.hexdigest()

def is_inside(path):
    return not ("\\" in path or ":" in path.split("/")[0] or any(step in ("", ".", "..") for step in path.split("/")))

def parse_sums(data):
    """Digests by path; None where the bytes are not lines of digest, two spaces and path, in the order of their bytes."""
    sums, before = {}, b""
    lines = data.split(b"\n")
    for line in lines[:-1]:
        match = re.fullmatch(rb"([0-9a-f]{64})  ([^\x00-\x20\x7f][^\x00-\x1f\x7f]*)", line)
        if match is None or match.group(2) <= before:
            return None
        before = match.group(2)
        try:
            sums[before.decode("utf-8")] = match.group(1).decode()
        except UnicodeDecodeError:
            return None
    return sums if lines[-1] == b"" and sums else None

# --- an exhibit export ---

def check_files(files, sums, found):
    """Nothing missing, nothing extra, nothing altered. Gives the files that are there as listed."""
    there, listed = {}, {"manifest.sha256"}
    for path, sha256 in sums.items():
        key = unicodedata.normalize("NFC", path)
        if not is_inside(path) or key in listed:
            found.add("PATH_REFUSED " + shown(path))
            continue
        listed.add(key)
        if key not in files:
            found.add("FILE_MISSING " + shown(path))
            continue
        there[path] = files[key]
        if digest(files[key]) != sha256:
            found.add("FILE_ALTERED " + shown(path))
    found.update("FILE_EXTRA " + shown(key) for key in files if key not in listed)
    return there

def originals_of(manifest):
    """Path and digest of each original that the manifest names; None where it has not the shape for it."""
    originals = {}
    for exhibit in manifest["exhibits"] if isinstance(manifest.get("exhibits"), list) else [None]:
        items = exhibit.get("items") if isinstance(exhibit, dict) else None
        if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
            return None
        for item in items:
            if item.get("kind") != "record":
                if not shape(path=is_text, sha256=is_hash)(item.get("original")):
                    return None
                originals[item["original"]["path"]] = item["original"]["sha256"]
    return originals

def check_manifest(manifest, sums, files, found):
    """Holds manifest.json against the sums and the sizes. Gives the originals that it names; None where it is unreadable."""
    originals = originals_of(manifest)
    if originals is None or manifest.get("format") != "redchop-exhibits" or not are_files(manifest.get("files")):
        found.add("MANIFEST_UNREADABLE manifest.json")
        return None
    stated = {each["path"]: each for each in manifest["files"]}
    if len(stated) != len(manifest["files"]):
        found.add("MANIFEST_DISAGREES manifest.json")
    for path in stated.keys() | (sums.keys() - {"manifest.json"}):
        each = stated.get(path, {})
        size = os.path.getsize(files[path]) if path in files else each.get("sizeBytes")
        if sums.get(path) != each.get("sha256") or size != each.get("sizeBytes"):
            found.add("MANIFEST_DISAGREES " + shown(path))
    found.update("MANIFEST_DISAGREES " + shown(path) for path in originals if sums.get(path) != originals[path])
    return originals

def check_item(tree, item, sums, files, found):
    """One original: its digest opens the commitment in its entry, and the entry stands in the tree."""
    name, data = shown(item["path"]), item["entry"].encode("utf-8")
    entry = parse_entry(data)
    if sums.get(item["path"]) != item["sha256"]:
        found.add("PROOF_DIGEST " + name)
    commit = hmac.new(bytes.fromhex(item["salt"]), bytes.fromhex(item["sha256"]), hashlib.sha256).hexdigest()
    if entry is None or entry["act"] != "intake.taken" or entry["seq"] != item["seq"]:
        found.add("PROOF_ENTRY " + name)
    elif entry["commit"] != commit:
        found.add("PROOF_COMMITMENT " + name)
    elif item["path"] in files and not same(os.path.getsize(files[item["path"]]))(entry["facts"].get("sizeBytes")):
        found.add("PROOF_SIZE " + name)
    if not includes(tree, item["seq"], leaf_hash(data), item["branch"]):
        found.add("PROOF_BRANCH " + name)

def check_proof(proof, originals, audit, sums, files, found):
    """Binds the tree to the vault by its first entry and to its head by its last, then checks each original."""
    tree = proof["tree"]
    for code, placed, seq in (("STORE", proof["first"], 1), ("HEAD", proof["last"], tree["size"])):
        data = placed["entry"].encode("utf-8")
        entry, leaf = parse_entry(data) or {}, leaf_hash(data)
        binds = entry.get("prev") == first_link(proof["storeId"]).hex() if code == "STORE" else leaf.hex() == tree["head"]
        if not binds or entry.get("seq") != seq or not includes(tree, seq, leaf, placed["branch"]):
            found.add("PROOF_%s proof.json" % code)
    if not shape(hash=same(tree["head"]), seq=same(tree["size"]))(audit):
        found.add("PROOF_DISAGREES manifest.json")
    paths = [item["path"] for item in proof["items"]]
    if paths != sorted(set(paths), key=lambda path: path.encode("utf-8")):
        found.add("PROOF_ORDER proof.json")
    found.update("PROOF_MISSING " + shown(path) for path in originals.keys() - set(paths))
    found.update("PROOF_EXTRA " + shown(path) for path in set(paths) - originals.keys())
    for item in proof["items"]:
        check_item(tree, item, sums, files, found)
    found.update("PROOF_RECEIPT %d" % each["seq"] for each in proof["receipts"] if not continues(each, tree))

def check_export_receipt(proof, receipt, found):
    """Holds the proof against a receipt: of the same state, or of an earlier one that it is shown to continue."""
    tree = proof["tree"]
    roots = [each["root"] for each in proof["receipts"] if each["seq"] == receipt["seq"]]
    roots += [tree["root"]] if receipt["seq"] == tree["size"] else []
    if receipt["store"] != proof["storeId"]:
        found.add("RECEIPT_OTHER_STORE receipt")
    elif not roots:
        found.add("RECEIPT_NOT_COVERED receipt")
    elif receipt["root"] not in roots or (receipt["seq"] == tree["size"] and receipt["head"] != tree["head"]):
        found.add("RECEIPT_DIFFERS receipt")
    covered = sum(item["seq"] <= receipt["seq"] for item in proof["items"])
    return "receipt matches and covers %d of %d" % (covered, len(proof["items"]))

def verify_export(files, text, found):
    receipt = parse_receipt(text, found)
    sums = parse_sums(read(files["manifest.sha256"])) if "manifest.sha256" in files else None
    if sums is None:
        found.add("SUMS_UNREADABLE manifest.sha256")
        return ""
    there = check_files(files, sums, found)
    manifest = parse(read(files["manifest.json"])) if "manifest.json" in files else None
    originals = check_manifest(manifest or {}, sums, there, found)
    proof = parse(read(files["proof.json"])) if "proof.json" in files else None
    if not is_proof(proof):
        found.add("PROOF_UNREADABLE proof.json")
        return ""
    if originals is not None:
        check_proof(proof, originals, manifest.get("audit"), sums, there, found)
    said = check_export_receipt(proof, receipt, found) if receipt is not None else "no receipt"
    counts = (len(sums), len(proof["items"]), proof["storeId"], proof["tree"]["size"], proof["tree"]["root"], said)
    return "exhibits: %d files, %d originals, store %s, entries %d, root %s, %s" % counts

# --- a custody record ---

def check_entry(number, entry, link, before, found):
    """An entry against its place, the hash of the line before it, and the times of the last one that could be read."""
    if entry["seq"] != number:
        found.add("ENTRY_NUMBER %d" % number)
    if entry["prev"] != link.hex():
        found.add("ENTRY_LINK %d" % number)
    runs_on = entry["boot"] != before.get("boot") or entry["mono"] >= before["mono"]
    if (entry["clock"] == "regressed") != (entry["at"] < before.get("at", "")) or not runs_on:
        found.add("ENTRY_CLOCK %d" % number)

def verify_chain(files, text, found):
    receipt = parse_receipt(text, found)
    chain = parse(read(files["chain.json"])) if "chain.json" in files else None
    if not is_chain(chain) or "chain.jsonl" not in files:
        found.add("CHAIN_UNREADABLE chain.json" + ("l" if is_chain(chain) else ""))
        return ""
    tree, link, before, then = Tree(), first_link(chain["storeId"]), {}, None
    with open(files["chain.jsonl"], "rb") as lines:
        for line in lines:
            data = line[:-1] if line.endswith(b"\n") else line
            if data is line:
                found.add("CHAIN_CUT chain.jsonl")
            entry = parse_entry(data)
            if entry is None:
                found.add("ENTRY_UNREADABLE %d" % (tree.size + 1))
            else:
                check_entry(tree.size + 1, entry, link, before, found)
                before = entry
            link = leaf_hash(data)
            tree.add(link)
            if receipt is not None and receipt["seq"] == tree.size:
                then = (link.hex(), tree.root())
    is_so = {"size": tree.size, "head": link.hex(), "root": tree.root()}
    found.update("CHAIN_%s chain.json" % key.upper() for key in is_so if chain[key] != is_so[key])
    if receipt is not None and receipt["store"] != chain["storeId"]:
        found.add("RECEIPT_OTHER_STORE receipt")
    elif receipt is not None and then != (receipt["head"], receipt["root"]):
        found.add("RECEIPT_LATER receipt" if then is None else "RECEIPT_DIFFERS receipt")
    said = "receipt matches at entry %d" % receipt["seq"] if receipt is not None else "no receipt"
    return "chain: %d entries, store %s, head %s, root %s, %s" % (tree.size, chain["storeId"], link.hex(), tree.root(), said)

def verify(folder, text):
    """Every line that is printed about a folder; the last begins with OK or NOT OK."""
    found, odd = set(), set()
    try:
        files = list_files(os.fsencode(folder), odd)
        if any(name in files for name in ("manifest.sha256", "manifest.json", "proof.json")):
            said = verify_export(files, text, found)
            found |= odd
        elif "chain.jsonl" in files or "chain.json" in files:
            said = verify_chain(files, text, found)
        else:
            found.add("NOT_FROM_REDCHOP folder")
    except OSError:
        found.add("CANNOT_BE_READ folder")
    lines = sorted(found, key=lambda line: line.encode("utf-8"))
    return lines + ["NOT OK %d findings" % len(lines) if lines else "OK " + said]

def main(arguments):
    is_batch = len(arguments) == 2 and arguments[0] == "--batch"
    if is_batch:
        orders = [(line + "\t").split("\t") for line in read(arguments[1]).decode("utf-8").split("\n") if line]
    else:
        has_receipt = len(arguments) == 3 and arguments[1] == "--receipt"
        orders = [[arguments[0], arguments[2] if has_receipt else ""]] if has_receipt or len(arguments) == 1 else []
    if not orders or not all(os.path.isdir(order[0]) for order in orders):
        sys.stderr.write(__doc__)
        return 2
    good = True
    for order in orders:
        lines = verify(order[0], order[1])
        good = good and lines[-1].startswith("OK")
        said = "\n".join((["== " + order[0]] if is_batch else []) + lines) + "\n"
        sys.stdout.buffer.write(said.encode("utf-8", "surrogateescape"))
    return 0 if good else 1

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
