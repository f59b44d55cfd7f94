import { composeMessage } from './compose-message.ts'
import type { Letter } from './letter.ts'
import { mboxDate } from './written-time.ts'

/** An mboxrd file (LF lines): `From ` at the start of a body line gains one `>`, however many stand there already. */
export async function composeMbox(letters: readonly Letter[]): Promise<Buffer> {
  const messages: Buffer[] = []
  for (const letter of letters) {
    const text = (await composeMessage(letter)).toString('latin1').replaceAll('\r\n', '\n')
    const quoted = text.replace(/^(>*From )/gm, '>$1')
    const end = quoted.endsWith('\n') ? '\n' : '\n\n'
    messages.push(Buffer.from(`From - ${mboxDate(letter.at)}\n${quoted}${end}`, 'latin1'))
  }
  return Buffer.concat(messages)
}
