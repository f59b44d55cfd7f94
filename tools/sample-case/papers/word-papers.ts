import {
  AlignmentType,
  Document,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import { buyer, seller } from '../cast.ts'
import { deal, euros } from '../deal.ts'
import { clauses } from './contract.ts'
import { zipParts } from './office-archive.ts'

const line = (text: string, bold = false) => new Paragraph({ children: [new TextRun({ text, bold })] })
const heading = (text: string) =>
  new Paragraph({ text, heading: HeadingLevel.HEADING_1, alignment: AlignmentType.CENTER })

/** The library stamps the hour of the run into its files; `madeOn` (ISO date) takes its place. */
async function pack(
  children: readonly (Paragraph | Table)[],
  title: string,
  madeOn: string,
): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator: seller.name,
    lastModifiedBy: seller.name,
    sections: [{ children }],
  })
  const parts = unzipSync(await Packer.toBuffer(document))
  const core = parts['docProps/core.xml']
  if (core === undefined) throw new Error('The word file has no core properties')
  const dated = strFromU8(core).replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, `${madeOn}T08:00:00Z`)
  return zipParts({ ...parts, 'docProps/core.xml': dated })
}

/** The contract as a Word draft, before anyone signed. */
export function makeContractDraft(): Promise<Uint8Array> {
  const body = [
    heading(`Sales Contract ${deal.contractNumber} 销售合同`),
    line(`Seller 卖方: ${seller.name}, ${seller.address}`),
    line(`Buyer 买方: ${buyer.nameZh}, ${buyer.name}, ${buyer.address}`),
    ...clauses.flatMap(({ title, zh, en }) => [line(title, true), line(zh), line(en)]),
    line('Seller 卖方: ____________________        Buyer 买方（盖章）: ____________________'),
  ]
  return pack(body, `Sales Contract ${deal.contractNumber} (draft)`, '2025-04-22')
}

function cells(texts: readonly string[]): TableRow {
  return new TableRow({ children: texts.map((text) => new TableCell({ children: [line(text)] })) })
}

/** The statement of account sent for confirmation. */
export function makeStatement(): Promise<Uint8Array> {
  const body = [
    heading('Statement of Account 对账单'),
    line(`To 致: ${buyer.nameZh}`),
    line(`Contract 合同: ${deal.contractNumber}    As of 截至: 2026-01-15    Currency 币种: EUR`),
    new Table({
      rows: [
        cells(['Date 日期', 'Text 摘要', 'Debit 应付', 'Credit 已付']),
        cells(['2025-05-06', 'Advance payment 预付款', '', euros(deal.advanceMinor)]),
        cells(['2025-08-20', `Invoice ${deal.invoiceNumber}`, euros(deal.totalMinor), '']),
        cells(['2025-11-28', 'Part payment 部分付款', '', euros(deal.partPaidMinor)]),
        cells(['2026-01-15', 'Balance due 尚欠货款', euros(deal.openMinor), '']),
      ],
    }),
    line(''),
    line('Please confirm the balance, sign, stamp and return. 请核对后签字盖章回传。'),
  ]
  return pack(body, 'Statement of account', '2026-01-12')
}
