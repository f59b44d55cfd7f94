// Letters of other scripts that look like Latin ones (from Unicode's confusables, UTS 39), each with its Latin twin.
const TWINS = new Map(
  Object.entries({
    a: 'аαɑạ',
    b: 'ЬƄ',
    c: 'сϲᴄ',
    d: 'ԁɗ',
    e: 'еҽєε',
    g: 'ɡց',
    h: 'һհ',
    i: 'іıɩιӏ',
    j: 'јϳ',
    k: 'кκ',
    l: 'ⅼӏ|ǀ',
    m: 'мⅿ',
    n: 'ոпη',
    o: 'оοօσ',
    p: 'рρ',
    q: 'ԛգ',
    r: 'гᴦ',
    s: 'ѕꜱ',
    t: 'тτ',
    u: 'սυᴜ',
    v: 'ѵνᴠ',
    w: 'ԝωա',
    x: 'хχ',
    y: 'уүγ',
    z: 'ᴢ',
  }).flatMap(([latin, others]) => [...others].map((other) => [other, latin] as const)),
)

/** What a domain looks like at a glance: two with the same skeleton are read as the same. */
export function skeletonOf(domain: string): string {
  const plain = domain.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const latin = [...plain].map((each) => TWINS.get(each) ?? each).join('')
  return latin
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('cl', 'd')
    .replace(/0/gu, 'o')
    .replace(/[1i|]/gu, 'l')
    .replace(/5/gu, 's')
}
