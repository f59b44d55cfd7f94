import { refusal } from '@bridge/refusal.ts'
import { canonicalBytes } from '../../platform/canonical.ts'
import { factHash, factId } from '../../platform/facts.ts'
import { errorCode } from '../../platform/fault.ts'
import { composeProof, PROOF_FILE, readHandout } from '../custody/index.ts'
import { findMessage } from '../evidence/index.ts'
import { collectBundle, type ExportFile } from './collect-bundle.ts'
import { ExportError } from './export-error.ts'
import type { ExportParts } from './export-job.ts'
import { addExport } from './exports-store.ts'
import { openFolderTarget } from './folder-target.ts'
import type { ExhibitEntry } from './manifest.ts'
import { getCase, getExhibit } from './own-set.ts'
import { type Outline, readOutline } from './read-outline.ts'
import { rememberUnfinished, removeUnfinished } from './unfinished-store.ts'
import { wordingVersion } from './wording.ts'
import { writeExport } from './write-export.ts'

/** One exhibit with the bytes of all its messages. */
export interface PackedExhibit {
  caseId: string
  name: string
  settings: Outline['settings']
  entry: Omit<ExhibitEntry, 'pages'>
  files: readonly ExportFile[]
  originals: readonly { messageId: string; path: string; sizeBytes: number }[]
}

export interface PackOrder {
  folder: string
  name: string
  /** Version of the papers' wording. */
  version: string
  /** Printed papers: the first stands where a list stands, the others are the pages of the exhibit. */
  papers: readonly (ExportFile & { pageCount: number })[]
}

/** @throws Refusal NOT_FOUND where the exhibit holds no message; ExportError as an export does */
export async function packExhibit(parts: ExportParts, exhibitId: string): Promise<PackedExhibit> {
  const { exhibit, set } = getExhibit(parts.store.read, exhibitId)
  const whole = readOutline(parts.store.read, set)
  const groups = whole.groups.map((group) => ({
    ...group,
    exhibits: group.exhibits.filter(({ id }) => id === exhibit.id),
  }))
  const { bundle, files, exhibits } = await collectBundle(
    { read: parts.store.read, files: parts.files, reader: parts.reader },
    {
      matter: getCase(parts.store.read, set.caseId),
      outline: { ...whole, groups },
      day: parts.clock.now().slice(0, 10),
      signal: new AbortController().signal,
      onMessage: () => undefined,
    },
  )
  const [entry] = exhibits
  const outlined = groups.flatMap((group) => group.exhibits)[0]
  if (!entry || !outlined || bundle.groups.length === 0) throw refusal('NOT_FOUND')
  const pathOf = new Map(
    entry.items.flatMap((item) =>
      item.kind === 'message' ? [[item.original.sha256, item.original.path] as const] : [],
    ),
  )
  const sizeOf = new Map(files.map(({ path, bytes }) => [path, bytes.length]))
  const messageIds = outlined.items.flatMap((item) => ('messageId' in item ? [item.messageId] : []))
  const originals = messageIds.flatMap((messageId) => {
    const path = pathOf.get(findMessage(parts.store.read, messageId)?.originalSha256 ?? '')
    return path === undefined ? [] : [{ messageId, path, sizeBytes: sizeOf.get(path) ?? 0 }]
  })
  if (originals.length === 0) throw refusal('NOT_FOUND')
  return { caseId: set.caseId, name: entry.number, settings: whole.settings, entry, files, originals }
}

/**
 * Writes a pack as an export of one exhibit: papers, originals, proof, verifiers, manifest. Complete or not at all; it is in the audit
 * chain exactly where it lies in its place. Gives the path.
 * @throws ExportError PLACE_REFUSED, Fault DISK_FULL
 */
export async function writePack(
  parts: ExportParts,
  packed: PackedExhibit,
  order: PackOrder,
): Promise<string> {
  const { store, audit, ids, clock, storeId } = parts
  const [exportId, madeAt] = [ids.next(), clock.now()]
  const proven = packed.entry.items.flatMap((item) => (item.kind === 'message' ? [item.original] : []))
  const proof = await composeProof(store.read, { storeId, caseId: packed.caseId, files: proven })
  const [first = 1, ...others] = order.papers.map(({ pageCount }) => pageCount)
  const pageCount = others.reduce((sum, count) => sum + count, first)
  const manifest = {
    format: 'redchop-exhibits' as const,
    version: 1 as const,
    app: parts.app,
    exportId,
    madeAt,
    wording: { proposals: wordingVersion, papers: order.version },
    language: packed.settings.language,
    numberStyle: packed.settings.numberStyle,
    numbering: packed.settings.numbering,
    listPageCount: first,
    pageCount,
    exhibits: [{ ...packed.entry, pages: { first: first + 1, last: pageCount } }],
    audit: { seq: proof.tree.size, hash: proof.tree.head },
  }
  const files = [
    ...order.papers.map(({ path, bytes }) => ({ path, bytes })),
    ...packed.files,
    { path: PROOF_FILE, bytes: canonicalBytes(proof) },
    ...(await readHandout(parts.verifierFolder, 'exhibits', 'verify/')),
  ]
  const forget = (): void => store.write((writer) => removeUnfinished(writer, exportId))
  const target = await openFolderTarget(order.folder, order.name, ({ path, draft }) =>
    store.write((writer) => rememberUnfinished(writer, { id: exportId, location: path, draft })),
  ).catch((cause: unknown) => {
    forget()
    throw refusedPlace(cause)
  })
  try {
    const { signal } = new AbortController()
    const { manifestSha256 } = await writeExport(target, files, manifest, {
      signal,
      onBytes: () => undefined,
    })
    await target.publish()
    store.write((writer) => {
      const made = { id: exportId, caseId: packed.caseId, form: 'folder' as const, location: target.path }
      addExport(writer, { ...made, exhibitCount: 1, madeAt, manifestSha256, pageCount })
      removeUnfinished(writer, exportId)
      const facts = {
        case: factId(packed.caseId),
        manifest: factHash(manifestSha256),
        exhibits: 1,
        pages: pageCount,
      }
      audit.append(writer, { act: 'exhibits.exported', objectId: exportId, facts })
    })
    return target.path
  } catch (cause) {
    await target.discard()
    forget()
    throw refusedPlace(cause)
  }
}

/** What the operating system says where a folder went away, or belongs to somebody else, or is not for writing. */
const PLACE_CODES = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS'])

const refusedPlace = (cause: unknown): unknown =>
  PLACE_CODES.has(errorCode(cause) ?? '') ? new ExportError('PLACE_REFUSED', null, { cause }) : cause
