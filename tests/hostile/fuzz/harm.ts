import { Parser } from 'htmlparser2'
import { allowedAttributes, allowedTags } from '../../../electron/mail/body/allowed-html.ts'

const TAGS = new Set(allowedTags)

/** Only a function, an at-rule or an escape that hides one can load; of functions, those of colours cannot. */
const LOADS = /(?<!\b(?:rgba?|hsla?))\(|[\\@]|\/\*/i

/** What the sanitiser let through that its own list does not name, or that could load or run; null for harmless HTML. */
export function harmIn(html: string): string | null {
  let harm: string | null = null
  const parser = new Parser({
    onopentag(tag, attributes) {
      if (!TAGS.has(tag)) harm ??= `<${tag}>`
      for (const [name, value] of Object.entries(attributes)) {
        const isNamed = [...(allowedAttributes['*'] ?? []), ...(allowedAttributes[tag] ?? [])].includes(name)
        if (!isNamed) harm ??= `${tag} ${name}`
        if (name === 'src' && !/^data:image\/(png|jpeg|gif|webp);base64,/i.test(value)) harm ??= `${tag} src`
        if (name === 'style' && LOADS.test(value)) harm ??= 'style that loads'
      }
    },
  })
  parser.end(html)
  return harm
}
