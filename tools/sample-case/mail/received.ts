import type { Letter } from './letter.ts'
import { seededDigits, seededHex } from './seeded.ts'
import { germanZone, mailDate, zoneMinutes } from './written-time.ts'

const home = 'ohlenrieth.example'
const domainOf = (address: string) => address.replace(/^.*@/, '')

/** Addresses from the blocks kept for documentation (RFC 5737), one host a domain. */
const relays: Record<string, string> = {
  'qianli-jd.example': '203.0.113.25',
  'mail163.example': '198.51.100.44',
  'tsinglane.example': '198.51.100.201',
}

/**
 * The way a letter took to the seller's mailbox, newest hop first, seconds apart; what the seller sent himself comes
 * from his folder of sent mail and has travelled nowhere.
 */
export function receivedHeaders(letter: Letter): string[] {
  const domain = domainOf(letter.from.address)
  const relay = relays[domain]
  if (relay === undefined) return []
  const sentMs = Date.parse(letter.at)
  const here = germanZone(sentMs)
  const there = zoneMinutes(letter.at)
  const reader = [...letter.to, ...(letter.cc ?? [])].find((box) => domainOf(box.address) === home)
  const id = (hop: string) => seededHex(`${letter.file} ${hop}`, 12).toUpperCase()
  const lag = 2 + Number(seededDigits(letter.file, 1))
  return [
    `Received: from mx1.${home} (192.0.2.10) by imap2.${home} (192.0.2.12)\r\n` +
      `\twith LMTP id ${id('box')} for <${reader?.address ?? `info@${home}`}>;\r\n` +
      `\t${mailDate(sentMs + (lag + 3) * 1000, here)}`,
    `Received: from smtp.${domain} (smtp.${domain} [${relay}])\r\n` +
      `\tby mx1.${home} (Postfix) with ESMTPS id ${id('mx')};\r\n` +
      `\t${mailDate(sentMs + (lag + 1) * 1000, here)}`,
    `Authentication-Results: mx1.${home};\r\n\tspf=pass smtp.mailfrom=${letter.from.address};\r\n\tdkim=none; dmarc=none`,
    `Received: from localhost (unknown [10.20.0.${Number(relay.split('.').at(-1)) % 90}])\r\n` +
      `\tby smtp.${domain} with ESMTPSA id ${id('out')};\r\n` +
      `\t${mailDate(sentMs + 1000, there)}`,
  ]
}
