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

export const identities = {
  side,
  kind,
  basis,
  likeness,
  flag,
  title: 'Identity table',
  intro:
    'Which address or account is which company and person, and why. Whatever stands here as the counterparty’s is the counterparty’s everywhere in the case.',
  empty: 'No address is placed yet',
  emptyDetail: 'Accept what the correspondence shows below, or add an address by hand.',
  add: 'Add an address',
  print: 'Print as a document of the case',
  printLanguage: 'Language of the sheet',
  languages: { zh: 'Chinese', en: 'English', both: 'Chinese and English' },
  printed: 'The table was printed and taken in as a document.',
  open: 'Open it',
  columns: {
    address: 'Address or account',
    company: 'Company and person',
    seen: 'In the correspondence',
    bases: 'Why',
    proposal: 'What the app would say',
  },
  seen: (sent: string, named: string) => `sent ${sent}, named ${named} times`,
  noBasis: 'no reason given yet',
  edit: 'Edit',
  remove: 'Remove',
  removeQuestion: 'Take this address out, with its reasons?',
  removeBasis: 'Remove this reason',
  shownBy: 'shown by',
  unplaced: 'Not placed yet',
  unplacedIntro: (count: number) =>
    count === 1
      ? '1 address of the correspondence is in no entry of the table.'
      : `${count} addresses of the correspondence are in no entry of the table.`,
  unknown: 'Unknown',
  accept: 'Look and accept…',
  more: (shown: string, all: string) => `${shown} of ${all}; show more`,
  dialog: {
    title: 'Whose address is it?',
    side: 'Side',
    kind: 'Kind',
    value: 'Address, domain or account',
    companyZh: 'Company (Chinese)',
    companyEn: 'Company (English)',
    person: 'Person',
    position: 'Position',
    basisKind: 'Kind of reason',
    note: 'Note: clause, number, where to find it',
    save: 'Save',
    done: 'Saved.',
  },
}
