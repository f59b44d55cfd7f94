/** The lines a person ends a mail with, word for word, and what they say of him. */
export interface Signature {
  quote: string
  companyZh: string
  companyEn: string
  position: string
}

// Each begins where it can begin only once in a run of its own characters: a sender's 60,000 blanks are gone through once.
const CLOSING =
  /^(--|—{2,}|((best|kind|warm|with)\s{0,4})?(regards|wishes)|sincerely|yours (truly|faithfully|sincerely)|thanks( & | and )?(best )?(regards)?|cordially|b\.?rgds|此致|敬礼|顺颂商祺|顺祝商祺|祝商祺|商祺|谢谢)[\s,，.。!！]*$/iu
const COMPANY_ZH =
  /(?<![\p{Script=Han}（）()·\d])[\p{Script=Han}（）()·\d]{2,}(有限公司|有限责任公司|股份公司|集团|事务所|工厂|制造厂|家具厂|贸易行|商行|厂)/u
const COMPANY_EN =
  /(?<![\p{L}\p{N}&.,'’()\- ])[\p{L}\p{N}&.,'’()\- ]{2,}?\b(Co\.?,? ?Ltd\.?|Company Limited|Limited|Ltd\.?|Inc\.?|LLC|LLP|Corporation|Corp\.?|GmbH(?: & Co\. KG)?|AG|A\/S|ApS|AB|Oy|B\.?V\.?|N\.?V\.?|S\.?A\.?R\.?L\.?|S\.?A\.?S?|S\.?r\.?l\.?|S\.?p\.?A\.?)(?=$|[\s,|])/u
const POSITION =
  /(经理|总监|主管|部长|总裁|董事长?|会计|出纳|业务员|销售|采购|跟单|律师|助理|\b(Manager|Director|President|CEO|CFO|Sales|Purchasing|Accountant|Assistant|Supervisor|Engineer|Merchandiser|Representative|Counsel)\b)/u

/** A signature is short: what is longer is a letter. */
const LINES = 10
const LONGEST_LINE = 200

/**
 * The signature block at the end of what somebody wrote: behind the closing words, or the last lines from two above a company's
 * name. Null where none can be told from the letter.
 */
export function readSignature(words: string): Signature | null {
  const lines = words.trimEnd().split('\n')
  const start = startOf(lines)
  if (start === null) return null
  const block = lines.slice(start)
  const short = block.filter(({ length }) => length <= LONGEST_LINE)
  const quote = block.join('\n').trim()
  if (quote === '') return null
  const found = (pattern: RegExp): string => firstMatch(short, pattern)
  return {
    quote,
    companyZh: found(COMPANY_ZH),
    companyEn: found(COMPANY_EN),
    position: positionIn(short),
  }
}

function startOf(lines: readonly string[]): number | null {
  const from = Math.max(0, lines.length - LINES)
  const closing = lines.findLastIndex((line, at) => at >= from && at < lines.length - 1 && closes(line))
  if (closing >= 0) return closing + 1
  const named = lines.findIndex(
    (line, at) => at >= from && line.length <= 90 && (COMPANY_ZH.test(line) || COMPANY_EN.test(line)),
  )
  if (named < 0) return null
  // A name may stand in the letter's last sentence; a signature's lines end without a full stop.
  return /[。.!！]\s*$/u.test(lines[named] ?? '') && !/(Ltd|Inc|Corp|Co)\.\s*$/u.test(lines[named] ?? '')
    ? null
    : beginningAbove(lines, named)
}

const closes = (line: string): boolean => line.length <= LONGEST_LINE && CLOSING.test(line.trim())

/** Up to two short lines above the company's name belong to it: the person and what he is. */
function beginningAbove(lines: readonly string[], named: number): number {
  let start = named
  while (start > 0 && named - start < 2 && isShort(lines[start - 1] ?? '')) start -= 1
  return start
}

const isShort = (line: string): boolean =>
  line.trim() !== '' && line.length <= 40 && !/[。.!！？?，,：:]\s*$/u.test(line)

function firstMatch(lines: readonly string[], pattern: RegExp): string {
  for (const line of lines) {
    const match = pattern.exec(line)?.[0].trim()
    if (match) return match
  }
  return ''
}

function positionIn(lines: readonly string[]): string {
  const line = lines.find((each) => POSITION.test(each) && each.trim().length <= 60)
  if (line === undefined) return ''
  const rest = line.replace(COMPANY_ZH, '').replace(COMPANY_EN, '').trim()
  return rest.split(/\s*[|｜,，/]\s*|\s{2,}/u).find((piece) => POSITION.test(piece)) ?? ''
}
