declare const known: unique symbol

/** An identifier of ours, checked to be a UUID: safe to log and to chain. */
export type FactId = string & { readonly [known]: 'id' }

/** A SHA-256 digest in lower-case hex, checked to be one. */
export type FactHash = string & { readonly [known]: 'hash' }

/** What the log and the audit chain may hold. A plain string does not fit: text of a case cannot get in. */
export type Fact = number | boolean | FactId | FactHash

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const SHA256 = /^[0-9a-f]{64}$/

const isId = (text: string): text is FactId => UUID.test(text)
const isHash = (text: string): text is FactHash => SHA256.test(text)

/** Takes an id of ours as a fact. Throws when it is not a lower-case UUID. */
export const factId = (text: string): FactId => {
  if (!isId(text)) throw new TypeError('Not an id')
  return text
}

/** Takes a SHA-256 digest as a fact. Throws when it is not 64 lower-case hex digits. */
export const factHash = (text: string): FactHash => {
  if (!isHash(text)) throw new TypeError('Not a SHA-256 digest')
  return text
}

/** Whether a value met at run time is a fact; numbers are whole, as counts are. */
export const isFact = (value: unknown): value is Fact =>
  typeof value === 'boolean' ||
  Number.isSafeInteger(value) ||
  (typeof value === 'string' && (isId(value) || isHash(value)))
