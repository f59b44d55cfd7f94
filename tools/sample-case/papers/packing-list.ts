import { buyer, seller } from '../cast.ts'
import { deal } from '../deal.ts'
import { escaped } from '../mail/html.ts'
import { zipParts } from './office-archive.ts'

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

type Cell = string | number

function row(cells: readonly Cell[], number: number): string {
  const content = cells.map((cell, at) => {
    const place = `${String.fromCharCode(65 + at)}${number}`
    if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`
    return `<c r="${place}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`
  })
  return `<row r="${number}">${content.join('')}</row>`
}

function rows(): Cell[][] {
  const cases = Array.from({ length: deal.sets }, (_, at): Cell[] => {
    const serial = `OG220-25-${String(1171 + at)}`
    return [at + 1, 'OG-220 1:35', serial, 1, 338, 364, '118 x 84 x 91']
  })
  return [
    ['PACKING LIST 装箱单', '', '', '', '', '', ''],
    [`Contract ${deal.contractNumber}`, '', `B/L ${deal.billNumber}`, '', deal.container, '', ''],
    [seller.name, '', '', buyer.nameZh, '', '', ''],
    ['Case 箱号', 'Type 型号', 'Serial no. 序列号', 'Sets 套', 'Net kg 净重', 'Gross kg 毛重', 'cm'],
    ...cases,
    ['Total 合计', '', '', deal.sets, deal.sets * 338, deal.sets * 364, ''],
  ]
}

/** The packing list: one case a gearbox, with the serial numbers the later complaint never names. */
export function makePackingList(): Uint8Array {
  const sheet = rows().map((cells, at) => row(cells, at + 1))
  return zipParts({
    '[Content_Types].xml': `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${spreadsheet}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${spreadsheet}.worksheet+xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="Packing list" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${head}<worksheet xmlns="${main}"><sheetData>${sheet.join('')}</sheetData></worksheet>`,
  })
}
