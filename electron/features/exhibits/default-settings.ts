import type { CaseRecord, Forum } from '@bridge/model/case.ts'
import type { ExhibitSettings } from '@bridge/model/exhibit.ts'
import { inBoth, type Words } from './wording.ts'

const TRIBUNALS: readonly Forum[] = ['cietac', 'hkiac', 'other-arbitration']

/**
 * How the list of a case is set before anyone has chosen: as a people's court expects it, or, where the case names a
 * tribunal and no court, in both languages and with the exhibit numbers of arbitration.
 */
export function defaultSettings(matter: CaseRecord): ExhibitSettings {
  const tribunal = matter.forums.includes('prc-court')
    ? undefined
    : matter.forums.find((forum) => TRIBUNALS.includes(forum))
  const creditor = matter.clientRole === 'creditor'
  const shared = {
    numbering: 'continuous',
    caseNumber: '',
    submitter: matter.clientName,
    submittedOn: null,
    showOriginality: false,
  } as const
  if (tribunal === undefined) {
    return {
      ...shared,
      language: 'zh',
      numberStyle: 'chinese',
      tribunal: '',
      submitterRole: creditor ? 'plaintiff' : 'defendant',
      showKind: true,
    }
  }
  return {
    ...shared,
    language: 'both',
    numberStyle: 'arbitration',
    tribunal: nameOf(tribunal),
    submitterRole: creditor ? 'claimant' : 'respondent',
    showKind: false,
  }
}

function nameOf(tribunal: Forum): string {
  const known = (words: Words): string =>
    tribunal === 'cietac' || tribunal === 'hkiac' ? words.tribunals[tribunal] : ''
  const { zh, en } = inBoth(known)
  return [zh, en].filter(Boolean).join(' ')
}
