import type { ListLanguage } from '@bridge/model/exhibit.ts'
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  type IBorderOptions,
  type IParagraphOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from 'docx'
import { type ColumnKey, composeList, type ExhibitList, type ListRow } from './compose-list.ts'
import { fixCoreProperties } from './fix-core-properties.ts'
import type { ExhibitBundle, PageRange } from './model.ts'
import { say } from './wording.ts'

// Fonts go by name: every Chinese Windows has SimSun and SimHei, every office the two Latin ones.
const serif = {
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: 'SimSun',
}
const sans = { ascii: 'Arial', hAnsi: 'Arial', cs: 'Arial', eastAsia: 'SimHei' }

// The western language is English in every list: as Chinese, LibreOffice breaks a line inside a number.
const languages = { value: 'en-GB', eastAsia: 'zh-CN' }

const twipsPerMm = 1440 / 25.4
const marginTwips = Math.round(15 * twipsPerMm)
const tableTwips = Math.round(267 * twipsPerMm)

/** Half points, as OOXML counts font sizes. */
const size = { title: 36, heading: 22, text: 18, second: 16 } as const

const line: IBorderOptions = { style: BorderStyle.SINGLE, size: 4, color: '444444' }
const noLine: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const centred: readonly ColumnKey[] = ['number', 'kind', 'originality', 'pages', 'copies']

/** The exhibit list as DOCX, A4 landscape. The same model gives the same bytes: no clock is read. */
export async function composeListDocx(
  bundle: ExhibitBundle,
  pages: readonly PageRange[],
  pageCount: number,
): Promise<Uint8Array> {
  const list = composeList(bundle, pages, pageCount)
  const document = new Document({
    title: list.title.join(' '),
    creator: bundle.heading.submitter.zh || bundle.heading.submitter.en,
    styles: {
      default: { document: { run: { font: serif, size: size.text, language: languages } } },
    },
    sections: [
      {
        properties: {
          page: {
            // docx swaps the two edges itself for landscape
            size: {
              width: Math.round(210 * twipsPerMm),
              height: Math.round(297 * twipsPerMm),
              orientation: PageOrientation.LANDSCAPE,
            },
            margin: { top: marginTwips, bottom: marginTwips, left: marginTwips, right: marginTwips },
          },
        },
        footers: { default: new Footer({ children: [pageOfPages(bundle.language)] }) },
        children: [...headingOf(list), tableOf(list), ...closingOf(list)],
      },
    ],
  })
  return fixCoreProperties(await Packer.toBuffer(document), bundle.heading.submittedOn)
}

function paragraph(
  text: string,
  run: { bold?: boolean; size?: number; font?: typeof serif },
  options: IParagraphOptions = {},
): Paragraph {
  return new Paragraph({ ...options, children: [new TextRun({ text: withoutControls(text), ...run })] })
}

/** Characters XML 1.0 cannot carry are dropped: one of them in a subject would make the whole file unreadable. */
function withoutControls(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
}

function headingOf(list: ExhibitList): Paragraph[] {
  return [
    ...list.title.map((text, at) =>
      paragraph(
        text,
        { font: sans, bold: true, size: at === 0 ? size.title : size.heading },
        { alignment: AlignmentType.CENTER, spacing: { after: 80 } },
      ),
    ),
    ...list.addressee.map((text) =>
      paragraph(text, { size: size.heading }, { spacing: { before: 60, after: 60 } }),
    ),
    ...list.facts.map(
      (fact) =>
        new Paragraph({
          spacing: { after: 40 },
          children: [
            new TextRun({ text: `${fact.label.join(' ')}　`, font: sans, size: size.text }),
            new TextRun({ text: withoutControls(fact.value.join('　')), size: size.text }),
          ],
        }),
    ),
    new Paragraph({ spacing: { after: 60 } }),
  ]
}

function tableOf(list: ExhibitList): Table {
  const total = list.columns.reduce((sum, column) => sum + column.width, 0)
  const columnWidths = list.columns.map((column) => Math.round((column.width / total) * tableTwips))
  const header = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: list.columns.map((column, at) =>
      cell(
        column.header.map((text, row) =>
          paragraph(
            text,
            { font: sans, bold: true, size: row === 0 ? size.text : size.second },
            { alignment: AlignmentType.CENTER },
          ),
        ),
        { width: columnWidths[at] ?? 0, fill: 'E9E9E9' },
      ),
    ),
  })
  return new Table({
    width: { size: tableTwips, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths,
    borders: {
      top: line,
      bottom: line,
      left: line,
      right: line,
      insideHorizontal: line,
      insideVertical: line,
    },
    rows: [header, ...list.rows.map((row) => rowOf(row, list, columnWidths))],
  })
}

function rowOf(row: ListRow, list: ExhibitList, columnWidths: readonly number[]): TableRow {
  if (row.kind === 'group') {
    const heading = row.heading.map((text) =>
      paragraph(text, { font: sans, bold: true, size: size.text }, { keepNext: true }),
    )
    const purpose = row.purpose.map((text) => paragraph(text, { size: size.second }, { keepNext: true }))
    const children = [
      cell([...heading, ...purpose], { span: list.columns.length, width: tableTwips, fill: 'F5F5F5' }),
    ]
    return new TableRow({ cantSplit: true, children })
  }
  const isLast = row === list.rows.at(-1) // stays with the signature, which never stands alone on a page
  const children = list.columns.map((column, at) => {
    const alignment = centred.includes(column.key) ? AlignmentType.CENTER : AlignmentType.LEFT
    const texts = row.cells[column.key].map((text, second) =>
      paragraph(
        text,
        { size: second === 0 ? size.text : size.second, bold: column.key === 'number' && second === 0 },
        { alignment, keepNext: isLast },
      ),
    )
    return cell(texts, { width: columnWidths[at] ?? 0 })
  })
  return new TableRow({ cantSplit: true, children })
}

function cell(children: Paragraph[], look: { width: number; span?: number; fill?: string }): TableCell {
  return new TableCell({
    children: children.length > 0 ? children : [new Paragraph({})],
    width: { size: look.width, type: WidthType.DXA },
    ...(look.span === undefined ? {} : { columnSpan: look.span }),
    ...(look.fill === undefined
      ? {}
      : { shading: { type: ShadingType.CLEAR, color: 'auto', fill: look.fill } }),
    verticalAlign: VerticalAlign.CENTER,
    margins: { top: 50, bottom: 50, left: 70, right: 70 },
  })
}

/** The summary and the place to sign: a table without lines, kept together, on the right half of the page. */
function closingOf(list: ExhibitList): (Paragraph | Table)[] {
  const [labelTwips, valueTwips] = [2200, 4600]
  const borders = { top: noLine, left: noLine, right: noLine, bottom: noLine }
  const rows = list.signature.map((entry) => {
    const label = entry.label.map((text) =>
      paragraph(text, { font: sans, size: size.text }, { keepNext: true }),
    )
    const value = entry.value.map((text) => paragraph(text, { size: size.text }, { keepNext: true }))
    const blank = entry.value.length === 0
    return new TableRow({
      cantSplit: true,
      height: { value: blank ? 900 : 420, rule: 'atLeast' },
      children: [
        new TableCell({
          children: label,
          borders,
          width: { size: labelTwips, type: WidthType.DXA },
          verticalAlign: VerticalAlign.BOTTOM,
        }),
        new TableCell({
          children: blank ? [new Paragraph({ keepNext: true })] : value,
          borders: { ...borders, bottom: line },
          width: { size: valueTwips, type: WidthType.DXA },
          verticalAlign: VerticalAlign.BOTTOM,
        }),
      ],
    })
  })
  return [
    ...list.summary.map((text) =>
      paragraph(text, { size: size.text }, { keepNext: true, spacing: { before: 120 } }),
    ),
    new Paragraph({ keepNext: true }),
    new Table({
      alignment: AlignmentType.RIGHT,
      layout: TableLayoutType.FIXED,
      width: { size: labelTwips + valueTwips, type: WidthType.DXA },
      columnWidths: [labelTwips, valueTwips],
      borders: { ...borders, insideHorizontal: noLine, insideVertical: noLine },
      rows,
    }),
  ]
}

/** 第 x 页 / 共 y 页 · Page x of y, with the fields a word processor counts itself. */
function pageOfPages(language: ListLanguage): Paragraph {
  const places: Record<string, string> = { page: PageNumber.CURRENT, pages: PageNumber.TOTAL_PAGES }
  const text = say(language, (words) => words.page).join('　·　')
  const children = text.split(/\{(\w+)\}/).map((part, at) => (at % 2 === 0 ? part : (places[part] ?? part)))
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children, size: size.second })],
  })
}
