import type { Finding } from '@bridge/model/authenticity.ts'
import { readDate } from '../mail/header/written-date.ts'
import { isFreeMail } from '../rules/identity/free-mail.ts'
import { domainOf, organisationOf } from './domains.ts'
import { mailerSaying, mailerWriting } from './mailers.ts'
import { secondsBetween, writeMoment, writeZone } from './moments.ts'
import { firstOf, type Traits } from './read-traits.ts'
import { say } from './say.ts'

/** Fields that may stand once at most (RFC 5322 3.6). */
const ONCE = `date from sender reply-to to cc bcc message-id in-reply-to references subject`.split(' ')

const CHINESE_CHARSET = /^(?:gb2312|gbk|gb18030|gb_2312|hz-gb-2312|x-gbk|euc-cn)/u
const BEIJING = 480

export function checkHeaders(traits: Traits): Finding[] {
  return [
    checkDuplicates(traits),
    checkMailer(traits),
    ...checkReplyTo(traits),
    ...checkSender(traits),
    ...checkZone(traits),
    ...checkResent(traits),
  ]
}

function checkDuplicates({ fields }: Traits): Finding {
  const counts = ONCE.map((name) => [name, fields.filter((field) => field.name === name).length] as const)
  const repeated = counts.filter(([, count]) => count > 1)
  if (repeated.length === 0) return say('header.duplicates', 'none', {})
  return say('header.duplicates', 'found', { field: repeated.map(([name, count]) => `${name} × ${count}`) })
}

function checkMailer(traits: Traits): Finding {
  const said = firstOf(traits, 'x-mailer') || firstOf(traits, 'user-agent')
  const [mailer, boundary] = [mailerSaying(said), traits.boundaries[0] ?? '']
  const writer = mailerWriting(boundary)
  const figures = { mailer: said || null, boundary: boundary || null, generator: writer || null }
  if (!mailer || boundary === '') return say('mailer.traits', 'unknown', figures)
  if (mailer.boundary.test(boundary))
    return say('mailer.traits', 'fits', { ...figures, generator: mailer.name })
  return say('mailer.traits', writer === '' ? 'unknown' : 'differs', figures)
}

function checkReplyTo({ from, replyTo }: Traits): Finding[] {
  const senders = new Set(from.map(({ address }) => organisationOf(domainOf(address))))
  if (replyTo.length === 0 || senders.size === 0) return []
  const isSame = replyTo.every(({ address }) => senders.has(organisationOf(domainOf(address))))
  return [
    say('reply-to', isSame ? 'same' : 'elsewhere', {
      sender: from.map(({ address }) => address),
      replyTo: replyTo.map(({ address }) => address),
    }),
  ]
}

function checkSender({ from }: Traits): Finding[] {
  const free = from.filter(({ address }) => isFreeMail(domainOf(address)))
  return free.length === 0
    ? []
    : [say('sender.free-mail', 'free', { sender: free.map(({ address }) => address) })]
}

function checkZone({ date, charsets, from }: Traits): Finding[] {
  const charset = charsets.find((each) => CHINESE_CHARSET.test(each))
  const domain = from.map(({ address }) => domainOf(address)).find((each) => each.endsWith('.cn'))
  if (!date?.at || (charset === undefined && domain === undefined)) return []
  const zone = date.zoneMinutes
  const outcome = zone === null || zone === 0 ? 'utc' : zone === BEIJING ? 'fits' : 'differs'
  return [
    say('zone.origin', outcome, {
      charset,
      sender: domain,
      date: writeMoment(date.at, zone),
      zones: zone === null ? null : writeZone(zone),
    }),
  ]
}

function checkResent(traits: Traits): Finding[] {
  const [who, when] = [firstOf(traits, 'resent-from'), firstOf(traits, 'resent-date')]
  if (who === '' && when === '') return []
  const at = readDate(when).at
  const figures = { resent: [who, when].filter(Boolean), date: traits.date?.raw ?? null }
  if (!at || !traits.date?.at) return [say('resent', 'undated', figures)]
  return [say('resent', secondsBetween(traits.date.at, at) < -600 ? 'before' : 'after', figures)]
}
