import iconv from 'iconv-lite'

/** A charset this reader can decode. `family` says how much its decoding proves: single-byte text is never "wrong". */
export interface Charset {
  readonly codec: string
  readonly family: 'utf-8' | 'multi-byte' | 'single-byte' | 'escape' | 'wide'
}

const utf8: Charset = { codec: 'utf8', family: 'utf-8' }

/** Labels that name less than senders put into them; each is read as its superset (WHATWG Encoding 4.2). */
const SUPERSETS: ReadonlyArray<readonly [RegExp, Charset]> = [
  [/^(?:utf-?8(?:mb4)?|unicode-1-1-utf-8|cp65001|x-unicode20utf8)$/, utf8],
  [
    /^(?:x-|cs)?(?:gb[-_]?\d+(?:-80|-0)?|gbk|cp-?936|ms936|windows-936|euc-?cn|chinese|iso-ir-58|gb)$/,
    multi('gb18030'),
  ],
  [
    /^(?:x-x-|cn-|cs)?(?:big-?5(?:[-_]?(?:hkscs|eten|tw))?|cp-?950|windows-950)(?::\d+)?$/,
    multi('big5hkscs'),
  ],
  [/^(?:ks_?c_?5601.*|euc-?kr|cseuckr|korean|windows-949|cp949|uhc|iso-ir-149)$/, multi('cp949')],
  [/^(?:x-)?(?:shift[-_]?jis|sjis|ms[-_]?kanji|windows-31j|cp932|csshiftjis)$/, multi('cp932')],
  [/^(?:x-)?euc-?jp|cseucpkdfmtjapanese$/, multi('eucjp')],
  [/^(?:cs)?iso-?2022-?jp(?:-\w+)?$/, { codec: 'iso-2022-jp', family: 'escape' }],
  [/^(?:cs)?iso-?2022-?kr$/, { codec: 'iso-2022-kr', family: 'escape' }],
  [/^hz(?:-gb-2312)?$/, { codec: 'hz', family: 'escape' }],
  [/^(?:unicode-1-1-)?utf-?7$/, { codec: 'utf-7', family: 'escape' }],
  [
    /^(?:iso[-_]?8859-?1|latin-?1|l1|cp819|cp1252|(?:us-)?ascii|ansi_x3.*|iso-?646.*|windows-1252)$/,
    single('windows-1252'),
  ],
  [/^iso[-_]?8859-?9(?:-[ei])?$/, single('windows-1254')],
  [/^(?:iso[-_]?8859-?11|tis-?620)$/, single('windows-874')],
  [/^iso[-_]?8859-?8(?:-[ei])?$/, single('iso-8859-8')],
  [/^(?:utf-?16(?:[bl]e)?|utf-?32(?:[bl]e)?|ucs-?2)$/, { codec: '', family: 'wide' }],
]

/** iconv-lite also knows Node's own "encodings", which are no charsets. */
const NO_CHARSETS = new Set(['base64', 'hex', 'binary', 'internal', 'utf7imap'])

function multi(codec: string): Charset {
  return { codec, family: 'multi-byte' }
}

function single(codec: string): Charset {
  return { codec, family: 'single-byte' }
}

/** The charset a label means, null where the label says nothing this reader knows. */
export function findCharset(label: string | null): Charset | null {
  const name =
    label
      ?.trim()
      .toLowerCase()
      .replace(/^['"]+|['"]+$/g, '')
      .replace(/\*.*$/, '') ?? ''
  if (name === '') return null
  const known = SUPERSETS.find(([pattern]) => pattern.test(name))
  if (known) return known[1].codec === '' ? { ...known[1], codec: name } : known[1]
  const plain = name.replace(/[^a-z\d]/g, '')
  return !NO_CHARSETS.has(plain) && iconv.encodingExists(name) ? single(name) : null
}
