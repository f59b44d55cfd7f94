import type { Finding, Provenance, ScoreLine } from '@bridge/model/authenticity.ts'
import { escapeHtml, htmlPage } from '../../pdf/html-page.ts'
import type { OriginalityPaper, OriginalPaper } from './model.ts'
import { css, inBoth, say, type Word } from './wording.ts'

/** What is known of each original: bytes, custody, where it came from, tests, strength, keys. */
export function composeOriginality({ exhibit, messages }: OriginalityPaper): string {
  return htmlPage({
    language: 'zh-CN',
    css,
    body: `<h1>${say('sheetTitle')}</h1><p><b>${escapeHtml(exhibit)}</b></p><p>${say('intro')}</p>
${messages.map(messageOf).join('')}`,
  })
}

const row = (key: Word, value: string): string => `<tr><th>${say(key)}</th><td>${value}</td></tr>`
const text = (value: string | null): string => (value ? escapeHtml(value) : say('notStated'))

function messageOf(paper: OriginalPaper): string {
  return `<section class="message">
<h2>${say('message')}</h2>
<table>${row('subject', text(paper.subject))}${row('date', text(paper.date))}${row('messageId', text(paper.messageId))}
${row('file', text(paper.path))}${row('size', paper.sizeBytes.toLocaleString('en'))}${row('hash', `<span class="hash">${escapeHtml(paper.sha256)}</span>`)}${row('bytes', say(paper.bytes))}</table>
<h3>${say('provenance')}</h3>${paper.provenances.map(provenanceOf).join('') || say('notStated')}
<h3>${say('custody')}</h3>
<table class="narrow">${paper.custody.map(custodyOf).join('')}</table>
${paper.tested ? testsOf(paper.tested) : `<p>${say('notTested')}</p>`}
</section>`
}

/** When and as what it came in, and where in that it lay. */
function custodyOf({ takenAt, sourceName, ...place }: OriginalPaper['custody'][number]): string {
  const inside: [Word, string | null][] = [
    ['container', place.containerSha256],
    ['item', place.itemNumber === null ? null : String(place.itemNumber)],
    ['folder', place.folder],
    ['offset', place.sourceOffset === null ? null : String(place.sourceOffset)],
  ]
  const lines = inside.flatMap(([word, value]) =>
    value === null ? [] : [`<br><span class="hash">${say(word)} ${escapeHtml(value)}</span>`],
  )
  const when = `${takenAt.slice(0, 10)} ${takenAt.slice(11, 19)}`
  return `<tr><th>${escapeHtml(when)}</th><td>${escapeHtml(sourceName)}${lines.join('')}</td></tr>`
}

function provenanceOf(stated: Provenance | null): string {
  return `<table>${row('mailbox', text(stated?.mailbox ?? null))}${row('account', text(stated?.account ?? null))}
${row('exportedBy', text(stated?.exportedBy ?? null))}${row('exportedWith', text(stated?.exportedWith ?? null))}
${row('exportedOn', text(stated?.exportedOn ?? null))}${stated?.note ? row('note', text(stated.note)) : ''}</table>`
}

function testsOf({ findings, score, keys }: NonNullable<OriginalPaper['tested']>): string {
  const names = keys.map(
    ({ selector, domain, record, lookedUpOn, source }) =>
      `<tr><th>${escapeHtml(lookedUpOn)}<br>${text(source)}</th><td>${escapeHtml(`${selector}._domainkey.${domain}`)}<br><span class="hash">${escapeHtml(record)}</span></td></tr>`,
  )
  return `<h3>${say('findings')}</h3><table class="narrow">${findings.map(findingOf).join('')}</table>
<h3>${say('keys')}</h3>${names.length > 0 ? `<table>${names.join('')}</table>` : `<p>${say('noKeys')}</p>`}
<h3>${say('score')}</h3><table class="narrow">${score.map(factorOf).join('')}</table>`
}

function findingOf({ title, verdict, meaning, limits, figures }: Finding): string {
  const shown = figures.map(
    ({ label, value }) => `${escapeHtml(label.zh)} ${escapeHtml(label.en)}: ${escapeHtml(value)}`,
  )
  return `<tr><th>${say(verdict)}</th><td><b>${inBoth(title)}</b><p>${inBoth(meaning)}</p>
<p class="figures">${shown.join('<br>')}</p><p class="figures">${inBoth(limits)}</p></td></tr>`
}

const factorOf = ({ factor, title, mark, reason, note }: ScoreLine): string =>
  `<tr><th>${say(mark)}</th><td><b>${factor}. ${inBoth(title)}</b><br>${inBoth(reason)}${note ? `<br>${escapeHtml(note)}` : ''}</td></tr>`
