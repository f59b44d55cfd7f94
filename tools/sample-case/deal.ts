/** An amount in euro cents as both sides print it: 11616000 → `116,160.00`. */
export function euros(cents: number): string {
  const whole = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${whole}.${String(cents % 100).padStart(2, '0')}`
}

const sets = 24
const unitFirstMinor = 780_000
const unitMinor = 765_000
const advanceMinor = 3_744_000
const partPaidMinor = 3_000_000
const invoiceMinor = sets * unitMinor - advanceMinor

/** The figures and references every paper and letter of the story must agree on. Money in euro cents. */
export const deal = {
  sets,
  goods: 'Planetary gearbox OG-220, ratio 1:35',
  goodsZh: 'OG-220型行星减速机（速比1:35）',
  contractNumber: 'OG-25-0417',
  contractDate: '2025-04-25',
  proformaNumber: 'PI-25-0417',
  invoiceNumber: 'RE-25-1183',
  invoiceDate: '2025-08-20',
  dueDate: '2025-10-17',
  billNumber: 'ELK-250818-0427',
  vessel: 'MV NORDHAVN LYRA',
  voyage: '033E',
  container: 'ELKU 990142-0',
  unitFirstMinor,
  unitMinor,
  totalFirstMinor: sets * unitFirstMinor,
  totalMinor: sets * unitMinor,
  advanceMinor,
  invoiceMinor,
  partPaidMinor,
  openMinor: invoiceMinor - partPaidMinor,
} as const
