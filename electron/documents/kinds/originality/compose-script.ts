import { escapeHtml, htmlPage } from '../../pdf/html-page.ts'
import type { OriginalityPaper } from './model.ts'
import { css, inBoth, liveSteps, say } from './wording.ts'

/** How the mails of an exhibit are shown live: the steps, and what must be found. */
export function composeScript({ exhibit, messages }: OriginalityPaper): string {
  const rows = messages.map(
    ({ subject, date, messageId, sha256 }) =>
      `<tr><td><b>${escapeHtml(subject)}</b><br>${escapeHtml(date ?? '—')}<br>${escapeHtml(messageId ?? '—')}<br><span class="hash">SHA-256 ${escapeHtml(sha256)}</span></td></tr>`,
  )
  return htmlPage({
    language: 'zh-CN',
    css: `${css} html { font-size: 8.6pt; line-height: 1.36 }`,
    body: `<h1>${say('scriptTitle')}</h1><p><b>${escapeHtml(exhibit)}</b></p>
<ol>${liveSteps.map((step) => `<li>${inBoth(step)}</li>`).join('')}</ol>
<h2>${say('targets')}</h2><table>${rows.join('')}</table>`,
  })
}
