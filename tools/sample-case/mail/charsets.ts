import iconv from 'iconv-lite'

/** A charset as the mail program labels it. */
export type Charset = 'us-ascii' | 'iso-8859-1' | 'utf-8' | 'gb2312' | 'gbk' | 'gb18030' | 'big5'

/**
 * Text as bytes. `gb2312` writes GBK, as Chinese mail programs do under that label.
 * @throws when the charset cannot carry the text: a silent `?` would make the sample lie.
 */
export function encode(text: string, charset: Charset): Buffer {
  const codec = charset === 'gb2312' ? 'gbk' : charset
  const bytes = iconv.encode(text, codec)
  if (iconv.decode(bytes, codec) !== text)
    throw new Error(`Text does not fit ${charset}: ${text.slice(0, 40)}`)
  return bytes
}
