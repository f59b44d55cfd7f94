export const unlock = {
  tagline: 'Confirmed correspondence in, court-ready exhibits out. Offline.',
  passphrase: 'Passphrase',
  newPassphrase: 'New passphrase',
  repeat: 'The same passphrase again',
  differs: 'The two are not the same yet.',
  create: {
    title: 'Create the vault',
    intro: 'Everything you take in is encrypted on this computer. One passphrase opens it.',
    advice: [
      'At least 12 characters. Four or five words that have nothing to do with each other are strong and can be remembered.',
      'Nobody can look it up or reset it: not your IT department, and not us.',
    ],
    characters: (typed: string, least: string) => `${typed} of at least ${least} characters`,
    enough: 'Long enough',
    submit: 'Create the vault',
  },
  recovery: {
    title: 'Keep this recovery code',
    intro: 'It opens the vault when the passphrase is forgotten. It is shown only now.',
    where:
      'Print it or write it down, and keep it away from this computer: in the firm’s safe, for instance.',
    label: 'Recovery code',
    print: 'Print',
    next: 'I have it on paper',
  },
  prove: {
    title: 'Type the recovery code back',
    intro: 'From your copy, so that we both know it is right. Only then is the vault ready.',
    submit: 'Open the vault',
    back: 'Show the code again',
    startOver: 'The code is lost: start over',
    again: 'A vault was created here, but its recovery code was never typed back.',
  },
  locked: {
    title: 'The vault is locked',
    submit: 'Unlock',
    useRecovery: 'Use the recovery code',
  },
  keyFile: {
    needed: 'This vault also needs its key file.',
    chosen: 'The key file is chosen.',
    choose: 'Choose the key file…',
    chooseOther: 'Choose another…',
  },
  restore: {
    title: 'Open with the recovery code',
    intro: 'The vault opens and gets a new passphrase. The recovery code stays the same.',
    submit: 'Open and set the passphrase',
    back: 'Back to the passphrase',
  },
}
