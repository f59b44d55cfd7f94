#!/usr/bin/env node
/*
Checks what Redchop hands out: an exhibit export, or a custody record (the whole audit chain).

    node verify.mjs FOLDER [--receipt "REDCHOP-RECEIPT-1 ..."]
    node verify.mjs --batch LISTFILE       one "FOLDER" or "FOLDER<TAB>RECEIPT" a line

Needs Node 20 or newer and nothing else: no network, no Redchop. Reads, never writes. A ZIP is to be unpacked first.
Prints a line for each finding, then OK or NOT OK. Ends with 0 (OK), 1 (NOT OK) or 2 (cannot be done).
The formats are described in docs/formats/custody.md of Redchop; verify.py says the same in Python.
*/
import { isUtf8 } from 'node:buffer'
import { createHash, createHmac } from 'node:crypto'
import { closeSync, lstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { argv, stderr, stdout } from 'node:process'

const HEX64 = /^[0-9a-f]{64}$/
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const INSTANT = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{3}Z$/
const RECEIPT = /^(REDCHOP-RECEIPT-1 store=(\S+) seq=([1-9][0-9]{0,14}) head=([0-9a-f]{64}) root=([0-9a-f]{64}) at=(\S+)) check=([0-9a-f]{8})$/
// What would forge or hide a line on the screen: controls, the backslash, line ends, zero-width and direction marks.
const UNSAFE = /[\0-\x1f\\\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g
const [DEEPEST, LINE_END] = [16, 10]
const bytesOf = (text) => Buffer.from(text, 'utf8')
const compareBytes = (a, b) => Buffer.compare(bytesOf(a), bytesOf(b))

/* Canonical JSON (RFC 8785), of which these formats use objects with ASCII names and whole numbers only. */
const decode = (data) => (isUtf8(data) ? data.toString('utf8') : undefined)
function write(value, level) {
  if (value === null || typeof value === 'boolean' || Number.isSafeInteger(value)) return String(value)
  if (isText(value) && value.isWellFormed()) return JSON.stringify(value)
  if (level >= DEEPEST || typeof value !== 'object') throw new TypeError('Not of these formats')
  if (Array.isArray(value)) return `[${value.map((each) => write(each, level + 1)).join(',')}]`
  const members = Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${write(value[name], level + 1)}`)
  if (!Object.keys(value).every((name) => /^[\0-\x7f]*$/.test(name))) throw new TypeError('Not of these formats')
  return `{${members.join(',')}}`
}

/** The object that the bytes stand for; undefined where they are not exactly its one canonical form. */
function parse(data) {
  try {
    const text = decode(data)
    const value = JSON.parse(text)
    return isObject(value) && write(value, 0) === text ? value : undefined
  } catch {
    return undefined
  }
}

// Tests of values, and what makes such tests.
const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value) => typeof value === 'string'
const isHash = (value) => isText(value) && HEX64.test(value)
const isUuid = (value) => isText(value) && UUID.test(value)
const isCount = (value) => typeof value === 'number' && value >= 0
const isPlace = (value) => typeof value === 'number' && value >= 1
const isFact = (value) => typeof value === 'boolean' || typeof value === 'number' || isHash(value) || isUuid(value)
const listOf = (kind) => (value) => Array.isArray(value) && value.every((each) => kind(each))
const exactly = (stated) => (value) => value === stated

/** A test for an object with exactly these members, each of its kind. */
function shape(members) {
  const names = Object.keys(members)
  const has = (value, name) => Object.hasOwn(value, name) && members[name](value[name])
  return (value) => isObject(value) && Object.keys(value).length === names.length && names.every((name) => has(value, name))
}

const isEntry = shape({
  act: isText, actor: isText, app: isText, at: (value) => isText(value) && INSTANT.test(value), boot: isUuid,
  clock: (value) => value === 'ok' || value === 'regressed', commit: (value) => value === null || isHash(value),
  facts: (value) => isObject(value) && Object.values(value).every(isFact), mono: isCount, object: isText, prev: isHash,
  seq: isPlace, v: exactly(1),
})
const PLACED = { branch: listOf(isHash), entry: isText }
const isProof = shape({
  format: exactly('redchop-proof'), version: exactly(1), storeId: isUuid, first: shape(PLACED), last: shape(PLACED),
  tree: shape({ head: isHash, root: isHash, size: isPlace }),
  items: listOf(shape({ ...PLACED, path: isText, salt: isHash, seq: isPlace, sha256: isHash })),
  receipts: listOf(shape({ path: listOf(isHash), root: isHash, seq: isPlace })),
})
const isChain = shape({
  format: exactly('redchop-chain'), version: exactly(1), storeId: isUuid, size: isPlace, head: isHash, root: isHash,
})
const isFile = shape({ path: isText, sha256: isHash, sizeBytes: isCount })
const parseEntry = (data) => [parse(data)].find(isEntry)

/* Hashes and the Merkle tree (RFC 9162, 2.1). */
const sha256Of = (...pieces) => pieces.reduce((hash, piece) => hash.update(piece), createHash('sha256'))
const leafHash = (data) => sha256Of('\0', data).digest()
const nodeHash = (left, right) => sha256Of('\x01', left, right).digest()
const fromHex = (hex) => Buffer.from(hex, 'hex')
const half = (number) => Math.floor(number / 2)
/** What the first entry of a vault links to. */
const firstLink = (storeId) => leafHash(`{"storeId":"${storeId}","v":1}`)

/** The root over leaves given one by one: `peaks` are the roots of full trees, the largest first. */
function createTree() {
  const peaks = []
  return {
    size: 0,
    add(leaf) {
      this.size += 1
      let joined = leaf
      for (let rest = this.size; rest % 2 === 0; rest /= 2) joined = nodeHash(peaks.pop(), joined)
      peaks.push(joined)
    },
    root: () => (peaks.length > 0 ? peaks.reduceRight((right, left) => nodeHash(left, right)) : sha256Of().digest()).toString('hex'),
  }
}

/** Follows a path of node hashes up the tree; both hashes at its top, or nothing where it ends too soon or too late. */
function climb(from, to, start, path) {
  let [first, last, old, now] = [from, to, start, start]
  for (const part of path) {
    if (last === 0) return []
    if (first % 2 === 1 || first === last) {
      ;[old, now] = [nodeHash(part, old), nodeHash(part, now)]
      for (; first % 2 === 0 && first !== 0; first = half(first)) last = half(last)
    } else now = nodeHash(now, part)
    ;[first, last] = [half(first), half(last)]
  }
  return last === 0 ? [old.toString('hex'), now.toString('hex')] : []
}

/** Whether the branch leads from the leaf at place seq (from 1) to the root (RFC 9162, 2.1.3.2). */
const includes = ({ size, root }, seq, leaf, branch) =>
  seq <= size && climb(seq - 1, size - 1, leaf, branch.map(fromHex))[1] === root
/** Whether the tree is that of an earlier root with more entries after it (RFC 9162, 2.1.4.2). */
function continues({ seq, root, path }, tree) {
  if (path.length === 0 || seq >= tree.size) return false
  let full = seq
  while (full % 2 === 0) full /= 2
  let [first, last] = [seq - 1, tree.size - 1]
  for (; first % 2 === 1; first = half(first)) last = half(last)
  const [start, ...rest] = [...(full === 1 ? [root] : []), ...path].map(fromHex)
  const [old, now] = climb(first, last, start, rest)
  return old === root && now === tree.root
}

/** What a receipt says; undefined where there is none, with a finding where it was mistyped. */
function parseReceipt(text, found) {
  const line = text.replace(/[ \t\r\n]+/g, '').replace(/(?:store|seq|head|root|at|check)=/g, ' $&')
  const [, said, store, seq, head, root, at, check] = RECEIPT.exec(line) ?? []
  const isWhole = said !== undefined && sha256Of(said).digest('hex').startsWith(check)
  if (isWhole && UUID.test(store) && INSTANT.test(at)) return { store, seq: Number(seq), head, root }
  if (text !== '') found.add('RECEIPT_UNREADABLE receipt')
  return undefined
}

/* A folder of files, opened by the names that lie there and never by a name out of a manifest. */
/** A name as it is printed: whatever could forge or hide a line stands as its number. */
const shown = (name) => name.replace(UNSAFE, (each) => `\\u{${each.codePointAt(0).toString(16)}}`)

/** Every plain file by its path inside, in NFC; links, devices and second files of one name are findings. */
function listFiles(folder, found) {
  const files = new Map()
  const waiting = [Buffer.of()]
  while (waiting.length > 0) {
    const inside = waiting.pop()
    const at = (name) => Buffer.concat([bytesOf(`${folder}/`), inside, name])
    for (const name of readdirSync(at(Buffer.of()), { encoding: 'buffer' }).sort(Buffer.compare)) {
      const path = Buffer.concat([inside, name])
      const key = decode(path)?.normalize('NFC')
      const facts = lstatSync(at(name))
      if (facts.isDirectory()) waiting.push(Buffer.concat([path, bytesOf('/')]))
      else if (key !== undefined && facts.isFile() && !files.has(key)) files.set(key, at(name))
      else found.add(`FILE_EXTRA ${key === undefined ? path.toString('hex') : shown(key)}`)
    }
  }
  return files
}

/** The bytes of a file, piece by piece. */
function* piecesOf(path) {
  const file = openSync(path, 'r')
  try {
    const piece = Buffer.alloc(1 << 20)
    for (let read = readSync(file, piece); read > 0; read = readSync(file, piece)) yield piece.subarray(0, read)
  } finally {
    closeSync(file)
  }
}

function digest(path) {
  const hash = createHash('sha256')
  for (const piece of piecesOf(path)) hash.update(piece)
  return hash.digest('hex')
}
const sizeOf = (path) => statSync(path).size
const parseFile = (path) => (path === undefined ? undefined : parse(readFileSync(path)))
const isInside = (path) =>
  !/^[^/]*:|\\/.test(path) && !path.split('/').some((step) => step === '' || step === '.' || step === '..')

/** Digests by path; undefined where the bytes are not lines of digest, two spaces and path, in the order of their bytes. */
function parseSums(data) {
  const sums = new Map()
  const lines = decode(data)?.split('\n') ?? ['no text']
  let before = ''
  for (const line of lines.slice(0, -1)) {
    const [sum, gap, path] = [line.slice(0, 64), line.slice(64, 66), line.slice(66)]
    if (!HEX64.test(sum) || gap !== '  ' || path.startsWith(' ')) return undefined
    if (bytesOf(path).some((byte) => byte < 0x20 || byte === 0x7f) || compareBytes(before, path) >= 0) return undefined
    sums.set(path, sum)
    before = path
  }
  return lines.at(-1) === '' && sums.size > 0 ? sums : undefined
}

/* An exhibit export. */
/** Nothing missing, nothing extra, nothing altered. Gives the files that are there as listed. */
function checkFiles(files, sums, found) {
  const there = new Map()
  const listed = new Set(['manifest.sha256'])
  for (const [path, sha256] of sums) {
    const key = path.normalize('NFC')
    const isRefused = !isInside(path) || listed.has(key)
    if (isRefused) found.add(`PATH_REFUSED ${shown(path)}`)
    else if (!files.has(key)) found.add(`FILE_MISSING ${shown(path)}`)
    else if (digest(files.get(key)) !== sha256) found.add(`FILE_ALTERED ${shown(path)}`)
    if (!isRefused && files.has(key)) there.set(path, files.get(key))
    if (!isRefused) listed.add(key)
  }
  for (const key of files.keys()) if (!listed.has(key)) found.add(`FILE_EXTRA ${shown(key)}`)
  return there
}

/** Path and digest of each original that the manifest names; undefined where it has not the shape for it. */
function originalsOf({ exhibits }) {
  if (!listOf((exhibit) => isObject(exhibit) && listOf(isObject)(exhibit.items))(exhibits)) return undefined
  const items = exhibits.flatMap((exhibit) => exhibit.items).filter((item) => item.kind !== 'record')
  if (!items.every((item) => shape({ path: isText, sha256: isHash })(item.original))) return undefined
  return new Map(items.map(({ original }) => [original.path, original.sha256]))
}

/** Holds manifest.json against the sums and the sizes. Gives the originals it names; undefined where it is unreadable. */
function checkManifest(manifest, sums, there, found) {
  const originals = originalsOf(manifest)
  if (!originals || manifest.format !== 'redchop-exhibits' || !listOf(isFile)(manifest.files))
    return void found.add('MANIFEST_UNREADABLE manifest.json')
  const stated = new Map(manifest.files.map((each) => [each.path, each]))
  if (stated.size !== manifest.files.length) found.add('MANIFEST_DISAGREES manifest.json')
  for (const path of new Set([...stated.keys(), ...sums.keys()])) {
    if (path === 'manifest.json' && !stated.has(path)) continue
    const { sha256, sizeBytes } = stated.get(path) ?? {}
    const size = there.has(path) ? sizeOf(there.get(path)) : sizeBytes
    if (sums.get(path) !== sha256 || size !== sizeBytes) found.add(`MANIFEST_DISAGREES ${shown(path)}`)
  }
  for (const [path, sha256] of originals) if (sums.get(path) !== sha256) found.add(`MANIFEST_DISAGREES ${shown(path)}`)
  return originals
}

/** One original: its digest opens the commitment in its entry, and the entry stands in the tree. */
function checkItem(tree, item, sums, there, found) {
  const [name, data] = [shown(item.path), bytesOf(item.entry)]
  const entry = parseEntry(data)
  const commit = createHmac('sha256', fromHex(item.salt)).update(fromHex(item.sha256)).digest('hex')
  const size = there.has(item.path) ? sizeOf(there.get(item.path)) : undefined
  if (sums.get(item.path) !== item.sha256) found.add(`PROOF_DIGEST ${name}`)
  if (entry?.act !== 'intake.taken' || entry.seq !== item.seq) found.add(`PROOF_ENTRY ${name}`)
  else if (entry.commit !== commit) found.add(`PROOF_COMMITMENT ${name}`)
  else if (size !== undefined && entry.facts.sizeBytes !== size) found.add(`PROOF_SIZE ${name}`)
  if (!includes(tree, item.seq, leafHash(data), item.branch)) found.add(`PROOF_BRANCH ${name}`)
}

/** Binds the tree to the vault by its first entry and to its head by its last, then checks each original. */
function checkProof({ tree, storeId, first, last, items, receipts }, originals, { audit }, found, files) {
  const stands = ({ entry, branch }, seq) =>
    parseEntry(bytesOf(entry))?.seq === seq && includes(tree, seq, leafHash(entry), branch)
  const begins = parseEntry(bytesOf(first.entry))?.prev === firstLink(storeId).toString('hex')
  if (!begins || !stands(first, 1)) found.add('PROOF_STORE proof.json')
  if (leafHash(last.entry).toString('hex') !== tree.head || !stands(last, tree.size)) found.add('PROOF_HEAD proof.json')
  if (!shape({ hash: exactly(tree.head), seq: exactly(tree.size) })(audit)) found.add('PROOF_DISAGREES manifest.json')
  const paths = items.map((item) => item.path)
  if (paths.some((path, at) => at > 0 && compareBytes(paths[at - 1], path) >= 0)) found.add('PROOF_ORDER proof.json')
  for (const path of originals.keys()) if (!paths.includes(path)) found.add(`PROOF_MISSING ${shown(path)}`)
  for (const path of paths) if (!originals.has(path)) found.add(`PROOF_EXTRA ${shown(path)}`)
  for (const item of items) checkItem(tree, item, files.sums, files.there, found)
  for (const each of receipts) if (!continues(each, tree)) found.add(`PROOF_RECEIPT ${each.seq}`)
}

/** Holds the proof against a receipt: of the same state, or of an earlier one that it is shown to continue. */
function checkExportReceipt({ storeId, tree, items, receipts }, receipt, found) {
  const isSame = receipt.seq === tree.size
  const roots = receipts.filter((each) => each.seq === receipt.seq).map((each) => each.root)
  if (isSame) roots.push(tree.root)
  if (receipt.store !== storeId) found.add('RECEIPT_OTHER_STORE receipt')
  else if (roots.length === 0) found.add('RECEIPT_NOT_COVERED receipt')
  else if (!roots.includes(receipt.root) || (isSame && receipt.head !== tree.head)) found.add('RECEIPT_DIFFERS receipt')
  const covered = items.filter((item) => item.seq <= receipt.seq).length
  return `receipt matches and covers ${covered} of ${items.length}`
}

function verifyExport(files, text, found) {
  const receipt = parseReceipt(text, found)
  const sums = files.has('manifest.sha256') && parseSums(readFileSync(files.get('manifest.sha256')))
  if (!sums) return void found.add('SUMS_UNREADABLE manifest.sha256')
  const there = checkFiles(files, sums, found)
  const manifest = parseFile(files.get('manifest.json')) ?? {}
  const originals = checkManifest(manifest, sums, there, found)
  const proof = parseFile(files.get('proof.json'))
  if (!isProof(proof)) return void found.add('PROOF_UNREADABLE proof.json')
  if (originals) checkProof(proof, originals, manifest, found, { sums, there })
  const said = receipt ? checkExportReceipt(proof, receipt, found) : 'no receipt'
  const { storeId, items, tree } = proof
  return `exhibits: ${sums.size} files, ${items.length} originals, store ${storeId}, entries ${tree.size}, root ${tree.root}, ${said}`
}

/* A custody record. */
/** The lines of a file without their ends, and whether each had one. */
function* linesOf(path) {
  let rest = Buffer.of()
  for (const piece of piecesOf(path)) {
    const data = rest.length > 0 ? Buffer.concat([rest, piece]) : piece
    let start = 0
    for (let end = data.indexOf(LINE_END); end >= 0; end = data.indexOf(LINE_END, start)) {
      yield { data: data.subarray(start, end), ended: true }
      start = end + 1
    }
    rest = Buffer.from(data.subarray(start))
  }
  if (rest.length > 0) yield { data: rest, ended: false }
}

/** An entry against its place, the hash of the line before it, and the times of the last one that could be read. */
function checkEntry(number, entry, link, before, found) {
  if (entry.seq !== number) found.add(`ENTRY_NUMBER ${number}`)
  if (entry.prev !== link.toString('hex')) found.add(`ENTRY_LINK ${number}`)
  const isEarlier = before !== undefined && entry.at < before.at
  const runsBack = before?.boot === entry.boot && entry.mono < before.mono
  if ((entry.clock === 'regressed') !== isEarlier || runsBack) found.add(`ENTRY_CLOCK ${number}`)
}

function verifyChain(files, text, found) {
  const receipt = parseReceipt(text, found)
  const chain = parseFile(files.get('chain.json'))
  if (!isChain(chain)) return void found.add('CHAIN_UNREADABLE chain.json')
  if (!files.has('chain.jsonl')) return void found.add('CHAIN_UNREADABLE chain.jsonl')
  const tree = createTree()
  let [link, before, then] = [firstLink(chain.storeId)]
  for (const { data, ended } of linesOf(files.get('chain.jsonl'))) {
    if (!ended) found.add('CHAIN_CUT chain.jsonl')
    const entry = parseEntry(data)
    if (entry) checkEntry(tree.size + 1, entry, link, before, found)
    else found.add(`ENTRY_UNREADABLE ${tree.size + 1}`)
    before = entry ?? before
    link = leafHash(data)
    tree.add(link)
    if (receipt?.seq === tree.size) then = { head: link.toString('hex'), root: tree.root() }
  }
  const [head, root] = [link.toString('hex'), tree.root()]
  for (const [key, isSo] of Object.entries({ size: tree.size, head, root })) if (chain[key] !== isSo) found.add(`CHAIN_${key.toUpperCase()} chain.json`)
  const said = `chain: ${tree.size} entries, store ${chain.storeId}, head ${head}, root ${root}, `
  if (!receipt) return `${said}no receipt`
  if (receipt.store !== chain.storeId) found.add('RECEIPT_OTHER_STORE receipt')
  else if (!then) found.add('RECEIPT_LATER receipt')
  else if (then.head !== receipt.head || then.root !== receipt.root) found.add('RECEIPT_DIFFERS receipt')
  return `${said}receipt matches at entry ${receipt.seq}`
}

/** Every line that is printed about a folder; the last begins with OK or NOT OK. */
function verify(folder, text) {
  const [found, odd] = [new Set(), new Set()]
  let said = ''
  try {
    const files = listFiles(folder, odd)
    if (['manifest.sha256', 'manifest.json', 'proof.json'].some((name) => files.has(name))) {
      said = verifyExport(files, text, found)
      for (const line of odd) found.add(line)
    } else if (files.has('chain.jsonl') || files.has('chain.json')) said = verifyChain(files, text, found)
    else found.add('NOT_FROM_REDCHOP folder')
  } catch (error) {
    if (error?.syscall === undefined) throw error
    found.add('CANNOT_BE_READ folder')
  }
  const lines = [...found].sort(compareBytes)
  return [...lines, lines.length > 0 ? `NOT OK ${lines.length} findings` : `OK ${said}`]
}

/** Folder and receipt of each check that was asked for; none where the words fit no usage. */
function ordersOf(given) {
  if (given.length === 2 && given[0] === '--batch')
    return readFileSync(given[1], 'utf8').split('\n').filter(Boolean).map((line) => `${line}\t`.split('\t'))
  return given.length === 1 || (given.length === 3 && given[1] === '--receipt') ? [[given[0], given[2] ?? '']] : []
}

function main(given) {
  const orders = ordersOf(given)
  if (orders.length === 0 || !orders.every(([path]) => statSync(path, { throwIfNoEntry: false })?.isDirectory())) {
    stderr.write(`${readFileSync(new URL(import.meta.url), 'utf8').split(/^[/][*]\n|^[*][/]\n/m)[1]}`)
    return 2
  }
  let good = true
  for (const [folder, text] of orders) {
    const lines = verify(folder, text)
    good &&= lines.at(-1).startsWith('OK')
    stdout.write(`${[...(given[0] === '--batch' ? [`== ${folder}`] : []), ...lines].join('\n')}\n`)
  }
  return good ? 0 : 1
}
process.exitCode = main(argv.slice(2))
