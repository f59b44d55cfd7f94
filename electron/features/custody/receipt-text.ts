import { createHash } from 'node:crypto'

/** What a receipt says: how a vault stood, by number and hash of its newest entry and the root over all of them. */
export interface Receipt {
  storeId: string
  seq: number
  head: string
  root: string
  /** ISO instant of the issue, as this computer's clock had it. */
  at: string
}

const FORM =
  /^(REDCHOP-RECEIPT-1 store=([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}) seq=([1-9][0-9]{0,14}) head=([0-9a-f]{64}) root=([0-9a-f]{64}) at=([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}[.][0-9]{3}Z)) check=([0-9a-f]{8})$/u

const checkOf = (said: string): string => createHash('sha256').update(said).digest('hex').slice(0, 8)

/** The one line of a receipt: in its QR code, and below it to be typed or read aloud. */
export function composeReceipt({ storeId, seq, head, root, at }: Receipt): string {
  const said = `REDCHOP-RECEIPT-1 store=${storeId} seq=${seq} head=${head} root=${root} at=${at}`
  return `${said} check=${checkOf(said)}`
}

/**
 * What a receipt says; undefined where the text is none, or was mistyped. White space does not matter: the paper breaks the line
 * wherever it ends, and whoever copies it from the PDF gets a line end there.
 */
export function parseReceipt(text: string): Receipt | undefined {
  const line = text.replace(/[ \t\r\n]+/gu, '').replace(/(?:store|seq|head|root|at|check)=/gu, ' $&')
  const [, said = '', storeId = '', seq = '', head = '', root = '', at = '', check] = FORM.exec(line) ?? []
  return check !== undefined && checkOf(said) === check
    ? { storeId, seq: Number(seq), head, root, at }
    : undefined
}
