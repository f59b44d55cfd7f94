import type { BasisKind, IdentityKind, Likeness, SenderFlag, Side } from '@bridge/model/identity.ts'

const side: Record<Side, string> = {
  client: 'Client',
  counterparty: 'Counterparty',
  'third-party': 'Third party',
}

const kind: Record<IdentityKind, string> = {
  domain: 'Mail domain',
  email: 'E-mail address',
  wechat: 'WeChat account',
  whatsapp: 'WhatsApp account',
  'alibaba-chat': 'TradeManager account',
  phone: 'Telephone',
  other: 'Other account',
}

const basis: Record<BasisKind, string> = {
  'contract-clause': 'Contract clause',
  'signature-block': 'Signature block',
  domain: 'Domain',
  order: 'Order',
  'business-card': 'Business card',
  'company-register': 'Company register',
  admission: 'Admission',
  other: 'Other',
}

const likeness: Record<Likeness, (other: string) => string> = {
  homoglyph: (other) => `It looks like ${other} but is written with other letters.`,
  typo: (other) => `It is a letter or two away from ${other}.`,
  added: (other) => `It is ${other} with a piece added.`,
  ending: (other) => `It is ${other} with another ending.`,
  scripts: () => 'The domain mixes letters that look alike; it may imitate another.',
}

const flag: Record<Exclude<SenderFlag['code'], 'LOOKALIKE_DOMAIN'>, (other: string) => string> = {
  PUNYCODE_DOMAIN: () => 'The domain is written in encoded characters; it may imitate another.',
  NAME_IS_ANOTHER_ADDRESS: (other) => `The name shows another address than the message came from: ${other}.`,
  HIDDEN_CHARACTERS: () =>
    'The name or address holds characters that cannot be seen; it may not read as it is written.',
  REPLY_GOES_ELSEWHERE: (other) => `Replies go elsewhere than the message came from: to ${other}.`,
  PERSON_HAS_OTHER_ADDRESS: (other) => `This person is known by another address: ${other}.`,
  FREE_MAIL: () => 'A free mailbox: anybody can open one. Nothing in the case says yet whose it is.',
}

export const identities = { side, kind, basis, likeness, flag, look: 'Look at the sender' }
