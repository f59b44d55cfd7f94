import type { CaseRecord } from '@bridge/model/case.ts'
import type { JobPhase } from '@bridge/model/job.ts'
import {
  type ExhibitPapers,
  type ExhibitProgress,
  renderExhibitBundle,
} from '../../documents/kinds/exhibit-bundle/render-exhibit-bundle.ts'
import { wordingVersion as paperWordingVersion } from '../../documents/kinds/exhibit-bundle/wording.ts'
import type { BundleComposer } from '../../documents/pdf/bundle-composer.ts'
import type { PdfRenderer } from '../../documents/pdf/pdf-renderer.ts'
import type { FileStore } from '../../files/index.ts'
import type { JobContext, JobRunner } from '../../jobs/job-runner.ts'
import { canonicalBytes } from '../../platform/canonical.ts'
import { factHash, factId } from '../../platform/facts.ts'
import { errorCode } from '../../platform/fault.ts'
import type { MailReader } from '../../workers/mail-reader.ts'
import type { ServiceParts } from '../cases/index.ts'
import { composeProof, PROOF_FILE, type Proof, readHandout } from '../custody/index.ts'
import { type CollectedBundle, collectBundle, type ExportFile } from './collect-bundle.ts'
import { ExportError } from './export-error.ts'
import { exportName, paperNames } from './export-names.ts'
import type { ExportTarget, RememberPlace } from './export-target.ts'
import { addExport } from './exports-store.ts'
import { openFolderTarget } from './folder-target.ts'
import type { BundleManifest } from './manifest.ts'
import type { Outline } from './read-outline.ts'
import { rememberUnfinished, removeUnfinished } from './unfinished-store.ts'
import { wordingVersion } from './wording.ts'
import { writeExport } from './write-export.ts'
import { openZipTarget } from './zip-target.ts'

export type ExportForm = 'folder' | 'zip'

export interface ExportParts extends ServiceParts {
  files: FileStore
  reader: MailReader
  jobs: JobRunner
  pdf: PdfRenderer
  composer: BundleComposer
  /** Name and version of this program, for the manifest. */
  app: string
  storeId: string
  /** Folder of the standalone verifiers. */
  verifierFolder: string
}

export interface ExportOrder {
  exportId: string
  matter: CaseRecord
  outline: Outline
  /** The folder to write into. */
  folder: string
  form: ExportForm
}

/** Sizes and places in a plain ZIP have 32 bits; a little is kept for its own records. */
const MOST_ZIP_BYTES = 0xffff_ffff - 64 * 1024 * 1024

const PHASES: Record<ExhibitProgress['phase'], JobPhase> = { typesetting: 'typesetting', stamping: 'binding' }

/**
 * Makes one export, complete or not at all: a failure or a cancel leaves neither file nor record. It is in the audit chain
 * exactly where it lies in the place chosen for it.
 * @throws ExportError, DocumentError, Fault DISK_FULL, or the signal's reason
 */
export async function runExport(parts: ExportParts, order: ExportOrder, context: JobContext): Promise<void> {
  const { signal, progress } = context
  const madeAt = parts.clock.now()
  const day = localDay(madeAt)
  const collected = await collectBundle(
    { read: parts.store.read, files: parts.files, reader: parts.reader },
    { ...order, day, signal, onMessage: (done, total) => progress('collecting', done, total) },
  )
  const papers = await renderExhibitBundle(collected.bundle, {
    renderer: parts.pdf,
    composer: parts.composer,
    signal,
    onProgress: ({ phase, done, total }) => progress(PHASES[phase], done, total),
  })
  const proof = await proveOriginals(parts, order, collected)
  const files = [
    ...paperFiles(order.outline, papers),
    ...collected.files,
    { path: PROOF_FILE, bytes: canonicalBytes(proof) },
    ...(await readHandout(parts.verifierFolder, 'exhibits', 'verify/')),
  ]
  const manifest = composeManifest(parts, order, { madeAt, collected, papers, proof })
  const remember: RememberPlace = ({ path, draft }) =>
    parts.store.write((writer) => rememberUnfinished(writer, { id: order.exportId, location: path, draft }))
  const giveUp = (error: unknown): never => {
    try {
      parts.store.write((writer) => removeUnfinished(writer, order.exportId))
    } catch {
      // A full disk, or a vault that closed over the failure: the next opening finds the place empty and forgets it.
    }
    return refusedPlace(error)
  }
  const target = await openTarget(order, { files, day, remember }).catch(giveUp)
  try {
    const written = await writeExport(target, files, manifest, {
      signal,
      onBytes: (done, total) => progress('writing', done, total),
    })
    signal.throwIfAborted()
    await target.publish()
    record(parts, order, target, { ...written, madeAt, pageCount: papers.pageCount })
  } catch (error) {
    await target.discard()
    giveUp(error)
  }
}

/** What the operating system says where a folder went away, or belongs to somebody else, or is not for writing. */
const PLACE_CODES = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS'])

function refusedPlace(cause: unknown): never {
  if (PLACE_CODES.has(errorCode(cause) ?? '')) throw new ExportError('PLACE_REFUSED', null, { cause })
  throw cause
}

function paperFiles({ settings }: Outline, { listDocx, bundlePdf }: ExhibitPapers): ExportFile[] {
  const names = paperNames(settings.language)
  return [
    { path: names.list, bytes: listDocx },
    { path: names.bundle, bytes: bundlePdf },
  ]
}

async function openTarget(
  { folder, form, outline }: ExportOrder,
  { files, day, remember }: { files: readonly ExportFile[]; day: string; remember: RememberPlace },
): Promise<ExportTarget> {
  const name = exportName(outline.settings.language, day)
  if (form === 'folder') return await openFolderTarget(folder, name, remember)
  if (files.reduce((sum, file) => sum + file.bytes.length, 0) > MOST_ZIP_BYTES)
    throw new ExportError('TOO_LARGE_FOR_ZIP', null)
  return await openZipTarget(folder, { name, day }, remember)
}

/** The proof of every original in the bundle, against the audit chain as it stands now. */
function proveOriginals(
  { store, storeId }: ExportParts,
  { matter }: ExportOrder,
  { exhibits }: CollectedBundle,
): Promise<Proof> {
  const files = exhibits
    .flatMap((exhibit) => exhibit.items)
    .flatMap((item) => (item.kind === 'message' ? [item.original] : []))
  return composeProof(store.read, { storeId, caseId: matter.id, files })
}

function composeManifest(
  { app }: ExportParts,
  { exportId, outline: { settings } }: ExportOrder,
  {
    madeAt,
    collected,
    papers,
    proof,
  }: { madeAt: string; collected: CollectedBundle; papers: ExhibitPapers; proof: Proof },
): Omit<BundleManifest, 'files'> {
  return {
    format: 'redchop-exhibits',
    version: 1,
    app,
    exportId,
    madeAt,
    wording: { proposals: wordingVersion, papers: paperWordingVersion },
    language: settings.language,
    numberStyle: settings.numberStyle,
    numbering: settings.numbering,
    listPageCount: papers.listPageCount,
    pageCount: papers.pageCount,
    exhibits: collected.exhibits.map((exhibit, at) => ({
      ...exhibit,
      pages: papers.pages[at] ?? { first: 0, last: 0 },
    })),
    audit: { seq: proof.tree.size, hash: proof.tree.head },
  }
}

function record(
  { store, audit }: ExportParts,
  { exportId, matter, outline, form }: ExportOrder,
  target: ExportTarget,
  made: { madeAt: string; manifestSha256: string; pageCount: number },
): void {
  const exhibitCount = outline.groups.reduce((sum, group) => sum + group.exhibits.length, 0)
  store.write((writer) => {
    addExport(writer, { id: exportId, caseId: matter.id, form, location: target.path, exhibitCount, ...made })
    removeUnfinished(writer, exportId)
    audit.append(writer, {
      act: 'exhibits.exported',
      objectId: exportId,
      facts: {
        case: factId(matter.id),
        manifest: factHash(made.manifestSha256),
        exhibits: exhibitCount,
        pages: made.pageCount,
      },
    })
  })
}

/** The day on this computer's calendar, as the person at it would write it. */
function localDay(at: string): string {
  const now = new Date(at)
  const two = (part: number): string => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
