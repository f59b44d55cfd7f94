import { timeInBoundary } from './hidden-times.ts'

/** A family of mail programs, told by what it says of itself and by how its boundaries look. */
interface Mailer {
  readonly name: string
  readonly said: RegExp
  readonly boundary: RegExp
}

/** Traits that are well known and that many messages bear out; a program that is not here is not judged. */
const MAILERS: readonly Mailer[] = [
  {
    name: 'Microsoft Outlook',
    said: /^Microsoft (?:Office )?Outlook|^Microsoft Outlook Express|^Microsoft Windows (?:Live )?Mail/iu,
    boundary: /^-*=?_NextPart_[0-9a-f]{3}_[0-9a-f]{4}_/iu,
  },
  { name: 'Apple Mail', said: /^Apple Mail|^iPhone Mail|^iPad Mail/iu, boundary: /^Apple-(?:Mail|Webmail)/u },
  { name: 'Foxmail', said: /^Foxmail [5-9]/iu, boundary: /^-*=?_\d{3}_NextPart\d+_=-+$/u },
  { name: 'QQMail', said: /^QQMail/iu, boundary: /^-*=?_NextPart_[0-9A-F]{8}_[0-9A-F]{8}_[0-9A-F]{8}$/u },
  { name: 'Alimail', said: /^\[?Alimail/iu, boundary: /^-*=?ALIBOUNDARY_/u },
  { name: 'Coremail', said: /^Coremail/iu, boundary: /^-*=?_Part_\d+_-?\d+\.\d+$/u },
  { name: 'Mozilla Thunderbird', said: /Thunderbird\//iu, boundary: /^-{12}[0-9A-Za-z]{20,}$/u },
]

export const mailerSaying = (said: string): Mailer | undefined =>
  MAILERS.find((mailer) => mailer.said.test(said))

/** Which program a boundary looks like; empty where it looks like none that is known. */
export const mailerWriting = (boundary: string): string =>
  MAILERS.find((mailer) => mailer.boundary.test(boundary))?.name ?? timeInBoundary(boundary)?.generator ?? ''
