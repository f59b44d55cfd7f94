import { type Seeded, seeded } from '../../durability/seeded.ts'
import { ACTIVE } from './families/active.ts'
import { LOADING } from './families/loading.ts'
import { MUTATING } from './families/mutating.ts'
import { STYLES } from './families/styles.ts'

/** One hostile HTML body; `@U`, `@H`, `@J` and `@N` are filled in when it is shown. */
export interface Vector {
  readonly number: number
  readonly family: string
  readonly template: string
}

const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  ...LOADING,
  ...STYLES,
  ...ACTIVE,
  ...MUTATING,
}

const entity = (char: string): string => `&#${char.codePointAt(0)};`

/** Ways to say the same that a filter may not know. Each takes the whole HTML. */
const DISGUISES: ReadonlyArray<(html: string, chance: Seeded) => string> = [
  (html) =>
    html.replace(/<(\/?)([a-z]+)/gi, (_, slash: string, name: string) => `<${slash}${name.toUpperCase()}`),
  (html, chance) =>
    html.replace(/<(\/?)([a-z]+)/gi, (_, slash: string, name: string) => {
      const mixed = [...name].map((char) => (chance.chance(0.5) ? char.toUpperCase() : char.toLowerCase()))
      return `<${slash}${mixed.join('')}`
    }),
  (html) => html.replace(/<([a-z]+) /gi, '<$1/'),
  (html) => html.replace(/<([a-z]+) /gi, '<$1\n\t'),
  (html) => html.replace(/="@U/g, `="${[...'http:'].map(entity).join('')}//@H`),
  (html) => html.replace(/="@U/g, '="\n\t @U'),
  (html) => html.replace(/@U/g, 'ht\ttp://@H'),
  (html) => html.replace(/url\(/gi, 'u\\000072l('),
  (html) => html.replace(/url\(/gi, '/**/url('),
  (html) => `<div><p>${html}</p></div>`,
  (html) => `<table><tr><td>${html}</td></tr></table>`,
  (html) => `<table>${html}</table>`,
  (html) => `<center><font color=red><b>${html}`,
  (html) => `<svg><foreignObject>${html}</foreignObject></svg>`,
  (html) => `<math><mtext>${html}</mtext></math>`,
  (html) => `<svg><desc>${html}</desc></svg>`,
  (html) => `<noscript>${html}</noscript>`,
  (html) => `<form>${html}</form>`,
  (html) => `<select><option>x</select>${html}`,
  (html) => `<details open><summary>x</summary>${html}</details>`,
  (html) => `<!-- x --!>${html}`,
  (html) => `<style></style>${html}`,
  (html) => `<title>x</title>${html}`,
  (html) => `<blockquote type=cite>${html}</blockquote>`,
  (html) => `<html><head></head><body>${html}</body></html>`,
  (html) => `<!doctype html><head>${html}</head><body>x`,
  (html) => `</body></html>${html}`,
  (html) => `<p title="'">${html}`,
  (html) => `<a name=x>${html}</a>`,
  (html) => `<span style="color:red">${html}</span>`,
  (html) => `<div><template shadowrootmode=open>${html}</template></div>`,
  (html) => html.replace(/>/, ' \u00a0>'),
  (html) => html.replace(/<([a-z]+)/i, '<$1 x="<" y=\'>\''),
  (html) => `\ufeff${html}`,
  (html) => `<![if mso]>${html}<![endif]>`,
  (html) => `<!--[if !mso]><!-->${html}<!--<![endif]-->`,
  (html) => `<o:p xmlns:o="urn:x">${html}</o:p>`,
  (html) => `<ul><li>${html}<li>${html}</ul>`,
]

/** The first `count` vectors: every plain one, then disguised ones, one to three disguises each. The same for all time. */
export function vectorsOf(count: number, seed = 20_261_121): Vector[] {
  const plain = Object.entries(FAMILIES).flatMap(([family, templates]) =>
    templates.map((template) => ({ family, template })),
  )
  const chance = seeded(seed)
  const vectors = plain.slice(0, count)
  while (vectors.length < count) {
    const { family, template } = chance.pick(plain)
    let disguised = template
    for (let left = 1 + chance.whole(3); left > 0; left -= 1)
      disguised = chance.pick(DISGUISES)(disguised, chance)
    vectors.push({ family, template: disguised })
  }
  return vectors.map((vector, number) => ({ ...vector, number }))
}

/** The HTML of a vector whose traces are known by `host`. */
export function htmlOf({ template, number }: Vector, host: string): string {
  return template
    .replaceAll('@J', `console.log(/ran-${number}/.source)`)
    .replaceAll('@N', `${number}`)
    .replaceAll('@U', `http://${host}`)
    .replaceAll('@H', host)
}
