import type { Finding, KeptKey, KeyName } from '@bridge/model/authenticity.ts'
import { isOfSender } from './domains.ts'
import { secondsBetween, writeDifference, writeMoment } from './moments.ts'
import { type Traits, valuesOf } from './read-traits.ts'
import { say } from './say.ts'
import { isWeakAlgorithm, keyNameOf, type Verified, verifySignatures } from './verify-signatures.ts'

/** RFC 8301 3.2: verifiers must not take shorter RSA keys for anything. */
const LEAST_BITS = 1_024
/** Servers sign when they send: a day is for mail that waits, ten minutes for the sender's clock. */
const DAY_S = 86_400
const AHEAD_S = -600

const SEALS = ['arc-seal', 'arc-message-signature']

/** The keys that the signatures and seals of a message need. */
export function listKeyNames(traits: Traits, fields = ['dkim-signature', ...SEALS]): KeyName[] {
  const names = fields.flatMap((field) =>
    valuesOf(traits, field).flatMap((value) => {
      const [domain, selector] = [tagOf(value, 'd'), tagOf(value, 's')]
      return domain && selector ? [{ domain, selector }] : []
    }),
  )
  const byName = new Map(names.map((name) => [keyNameOf(name.selector, name.domain), name]))
  return [...byName.values()]
}

/** The value of a tag of a signature (RFC 6376 3.2), lower case and without blanks. */
function tagOf(value: string, tag: string): string {
  const written = value.split(';').find((part) => part.split('=', 1)[0]?.trim() === tag && part.includes('='))
  return written
    ? written
        .slice(written.indexOf('=') + 1)
        .replace(/\s+/gu, '')
        .toLowerCase()
    : ''
}

export async function checkSignatures(traits: Traits, kept: readonly KeptKey[]): Promise<Finding[]> {
  const written = valuesOf(traits, 'dkim-signature')
  const isSealed = valuesOf(traits, 'arc-seal').length > 0
  if (written.length === 0 && !isSealed) return [say('dkim', 'none', {})]
  if (!traits.sent) return [say('dkim', 'reformed', { dnsName: namesIn(traits) })]
  const { signatures, seals, untried } = await verifySignatures(traits.sent, kept, namesIn(traits, SEALS))
  const unusable = written.length - signatures.length
  return [
    ...(written.length === 0 ? [say('dkim', 'none', {})] : []),
    ...signatures.flatMap((each) => [sayOne(each), ...sayTime(traits, each), ...sayPartial(each)]),
    ...(unusable > 0 ? [say('dkim', 'unusable-signature', { dnsName: namesIn(traits) })] : []),
    ...sayDomain(traits, signatures),
    ...(seals ? [saySeals(traits, { ...seals, untried })] : []),
  ]
}

const namesIn = (traits: Traits, fields?: string[]): string[] =>
  listKeyNames(traits, fields).map(({ selector, domain }) => keyNameOf(selector, domain))

const holds = ({ signature }: Verified): boolean => signature.status.result === 'pass'

function outcomeOf(each: Verified) {
  const { signature, key } = each
  const { bodyHash, bodyHashExpecting, status, modulusLength } = signature
  if (!bodyHash || !bodyHashExpecting || status.comment === 'From field not signed')
    return 'unusable-signature'
  if (bodyHash !== bodyHashExpecting) return 'body-differs'
  if (isWeakAlgorithm(each)) return 'weak-algorithm'
  if (!key) return 'body-agrees'
  if (status.result === 'fail') return 'fails'
  if (status.result !== 'pass') return 'unusable-key'
  return modulusLength !== undefined && modulusLength < LEAST_BITS ? 'weak-key' : 'verified'
}

function sayOne(each: Verified): Finding {
  const { signature, key } = each
  return say('dkim', outcomeOf(each), {
    dnsName: keyNameOf(signature.selector ?? '', signature.signingDomain ?? ''),
    algorithm: signature.algo,
    keyBits: signature.modulusLength === undefined ? null : String(signature.modulusLength),
    signedAt: signature.signTime ? writeMoment(signature.signTime) : null,
    expires: signature.expiresAfter ? writeMoment(signature.expiresAfter) : null,
    keyLookedUp: key?.lookedUpOn,
    keySource: key?.source,
    reason: holds(each) ? null : signature.status.comment,
  })
}

function sayTime({ date }: Traits, { signature }: Verified): Finding[] {
  if (!signature.signTime || !date?.at) return []
  const difference = secondsBetween(date.at, signature.signTime)
  const fits = difference >= AHEAD_S && difference <= DAY_S
  return [
    say('dkim.time', fits ? 'fits' : 'differs', {
      dnsName: keyNameOf(signature.selector ?? '', signature.signingDomain ?? ''),
      signedAt: writeMoment(signature.signTime),
      date: writeMoment(date.at, date.zoneMinutes),
      difference: writeDifference(difference),
    }),
  ]
}

function sayPartial({ signature }: Verified): Finding[] {
  const { canonBodyLength = 0, canonBodyLengthTotal = 0, canonBodyLengthLimited } = signature
  if (!canonBodyLengthLimited || canonBodyLength >= canonBodyLengthTotal) return []
  return [say('dkim.partial', 'partial', { covered: `${canonBodyLength} / ${canonBodyLengthTotal}` })]
}

function sayDomain({ from }: Traits, signatures: readonly Verified[]): Finding[] {
  const holding = signatures
    .filter((each) => outcomeOf(each) === 'verified')
    .map(({ signature }) => signature.signingDomain ?? '')
  if (holding.length === 0) return []
  return [
    say('dkim.domain', holding.some((domain) => isOfSender(domain, from)) ? 'aligned' : 'other', {
      sender: from.map(({ address }) => address),
      dnsName: holding,
    }),
  ]
}

function saySeals(
  traits: Traits,
  { result, comment, untried }: { result: string; comment: string; untried: boolean },
): Finding {
  const isKeyMissing = /no key|DNS failure|invalid public key|unknown key/iu.test(comment)
  const outcome =
    result === 'pass' ? 'verified' : isKeyMissing ? 'key-missing' : untried ? 'untried' : 'fails'
  return say('arc', outcome, { dnsName: namesIn(traits), reason: result === 'pass' ? null : comment })
}
