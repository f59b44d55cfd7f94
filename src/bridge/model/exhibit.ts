import { z } from 'zod'
import { plainDate } from './case.ts'

/** One text in both languages; either may be empty, and a reader falls back to the other. */
export const bilingual = z.object({ zh: z.string().max(5_000), en: z.string().max(5_000) })
export type Bilingual = z.infer<typeof bilingual>

/** Statutory kinds of evidence, Civil Procedure Law art. 66. */
export const EVIDENCE_KINDS = [
  'electronic-data',
  'documentary',
  'physical',
  'audio-visual',
  'testimony',
  'expert-opinion',
  'inspection-record',
  'party-statement',
] as const
export const evidenceKind = z.enum(EVIDENCE_KINDS)
export type EvidenceKind = z.infer<typeof evidenceKind>

export const ORIGINALITIES = ['original', 'copy', 'copy-original-at-hearing'] as const
export const originality = z.enum(ORIGINALITIES)
export const LIST_LANGUAGES = ['zh', 'en', 'both'] as const
export const listLanguage = z.enum(LIST_LANGUAGES)
export type ListLanguage = z.infer<typeof listLanguage>
/** 证据1 before a Chinese court, C-1 before a tribunal. */
export const NUMBER_STYLES = ['chinese', 'arbitration'] as const
export const numberStyle = z.enum(NUMBER_STYLES)
export const NUMBERINGS = ['continuous', 'by-group'] as const
export const numbering = z.enum(NUMBERINGS)
export const SUBMITTER_ROLES = ['plaintiff', 'defendant', 'claimant', 'respondent'] as const
export const submitterRole = z.enum(SUBMITTER_ROLES)

/** How the whole list is numbered, worded and signed. */
export const exhibitSettings = z.object({
  language: listLanguage,
  numberStyle,
  numbering,
  /** 致：××人民法院 / To: … */
  tribunal: z.string().trim().max(200),
  caseNumber: z.string().trim().max(100),
  submitter: z.string().trim().max(300),
  submitterRole,
  submittedOn: plainDate.nullable(),
  showKind: z.boolean(),
  /** Off unless the court's form demands it: the column discloses a missing original. */
  showOriginality: z.boolean(),
})
export type ExhibitSettings = z.infer<typeof exhibitSettings>

/** What the lawyer words for one exhibit (Evidence Provisions art. 19). */
export const exhibitWording = z.object({
  kind: evidenceKind,
  originality,
  copies: z.int().min(1).max(99),
  title: bilingual,
  source: bilingual,
  purpose: bilingual,
  content: bilingual,
  notes: bilingual,
})
export type ExhibitWording = z.infer<typeof exhibitWording>

export const groupWording = z.object({ title: bilingual, purpose: bilingual })
export type GroupWording = z.infer<typeof groupWording>

/** One thing inside an exhibit, as the list shows it. */
export const exhibitItem = z.object({
  messageId: z.uuid().nullable(),
  statementId: z.uuid().nullable(),
  label: z.string(),
  sentAt: z.iso.datetime().nullable(),
  attachmentNames: z.array(z.string()),
})

export type ExhibitItem = z.infer<typeof exhibitItem>

export const exhibit = exhibitWording.extend({
  id: z.uuid(),
  /** 证据1, 证据1-1, C-1: follows from the place in the list and the settings. */
  number: z.string(),
  items: z.array(exhibitItem),
})
export type Exhibit = z.infer<typeof exhibit>

export const exhibitGroup = groupWording.extend({
  id: z.uuid(),
  label: bilingual,
  exhibits: z.array(exhibit),
})
export type ExhibitGroup = z.infer<typeof exhibitGroup>

export const exhibitSet = z.object({ settings: exhibitSettings, groups: z.array(exhibitGroup) })
export type ExhibitSet = z.infer<typeof exhibitSet>

export const EXPORT_FORMS = ['folder', 'zip'] as const
export const exportForm = z.enum(EXPORT_FORMS)

export const exportRecord = z.object({
  id: z.uuid(),
  madeAt: z.iso.datetime(),
  form: exportForm,
  /** Base name of the folder or ZIP; the path itself stays with the main process. */
  name: z.string(),
  exhibitCount: z.int(),
  pageCount: z.int(),
  manifestSha256: z.string(),
})
export type ExportRecord = z.infer<typeof exportRecord>
