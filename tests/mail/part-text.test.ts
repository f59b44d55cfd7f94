import { deflateRawSync } from 'node:zlib'
import { PDFDocument } from '@cantoo/pdf-lib'
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { readPartText, textUnread } from '../../electron/mail/part-text/read-part-text.ts'

const file = (fileName: string, contentType = 'application/octet-stream') => ({
  fileName,
  contentType,
  isMessage: false,
})
const zip = (files: Record<string, string>): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))))

/** A PDF whose font is not in it and says nothing but the table its codes are in, as invoices from China often do. */
function pdfOf(codes: string): Buffer {
  const content = `BT /F1 12 Tf 50 700 Td <${codes}> Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  ]
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = text.length
  const lines = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${lines}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`
  return Buffer.from(text, 'latin1')
}

test('a PDF says its text, in the codes of a Chinese font too', async () => {
  const codes = Buffer.from('欠款确认书', 'utf16le').swap16().toString('hex')
  expect(await readPartText(pdfOf(codes), file('发票.pdf'))).toMatchObject({
    state: 'read',
    text: '欠款确认书',
  })
  const made = await PDFDocument.create()
  made.addPage().drawText('Balance due EUR 12,400')
  const bytes = Buffer.from(await made.save())
  expect(await readPartText(bytes, file('x', 'application/pdf'))).toEqual({
    state: 'read',
    reason: null,
    text: 'Balance due EUR 12,400',
  })
})

test('a PDF of pictures says nothing, a damaged one fails', async () => {
  const made = await PDFDocument.create()
  made.addPage()
  expect(await readPartText(Buffer.from(await made.save()), file('a.pdf'))).toMatchObject({
    state: 'none',
    reason: 'NO_TEXT',
  })
  expect(await readPartText(Buffer.from('%PDF-1.7 gone'), file('a.pdf'))).toMatchObject({
    state: 'failed',
    reason: 'DAMAGED',
  })
})

test('a DOCX says its paragraphs and tables', async () => {
  const table = new Table({
    rows: [
      new TableRow({
        children: [
          new TableCell({ children: [new Paragraph('品名')] }),
          new TableCell({ children: [new Paragraph('100')] }),
        ],
      }),
    ],
  })
  const bytes = await Packer.toBuffer(
    new Document({ sections: [{ children: [new Paragraph('采购合同 No. 7'), table] }] }),
  )
  const { state, text } = await readPartText(Buffer.from(bytes), file('合同.docx'))
  expect(state).toBe('read')
  expect(text.split(/\s+/)).toEqual(['采购合同', 'No.', '7', '品名', '100'])
})

test('an XLSX says its cells, shared texts and numbers, without readings and formulas', async () => {
  const bytes = zip({
    '[Content_Types].xml': '<Types/>',
    'xl/sharedStrings.xml':
      '<sst><si><t>货号</t><rPh><t>huohao</t></rPh></si><si><r><t>A</t></r><r><t>&amp;B</t></r></si></sst>',
    'xl/worksheets/sheet1.xml':
      '<worksheet><sheetData><row><c t="s"><v>0</v></c><c t="s"><v>1</v></c></row><row><c><f>SUM(A1)</f><v>12.5</v></c><c t="inlineStr"><is><t>在</t></is></c></row></sheetData></worksheet>',
  })
  expect((await readPartText(bytes, file('a.xlsx'))).text).toBe('货号 A&B \n12.5 在')
})

test('an XLSX that swells, loads or nests without end is given up', async () => {
  const swollen = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(40 * 1024 ** 2) }))
  expect(await readPartText(swollen, file('a.xlsx'))).toMatchObject({ state: 'failed', reason: 'TOO_LARGE' })
  const typed = zip({
    'word/document.xml': '<!DOCTYPE a [<!ENTITY x "y">]><w:document><w:t>&x;</w:t></w:document>',
  })
  expect((await readPartText(typed, file('a.docx'))).text).not.toContain('y')
  const deep = zip({ 'word/document.xml': `${'<a>'.repeat(300)}<w:t>x</w:t>` })
  expect(await readPartText(deep, file('a.docx'))).toMatchObject({ state: 'failed', reason: 'DAMAGED' })
  expect(await readPartText(deflateRawSync('no archive'), file('a.docx'))).toMatchObject({
    reason: 'DAMAGED',
  })
})

test('plain texts, pages and messages say theirs, whatever charset', async () => {
  expect((await readPartText(Buffer.from('b4f2c7eb', 'hex'), file('a.txt'))).state).toBe('read')
  expect((await readPartText(Buffer.from('<p>Hi<script>no</script></p>'), file('a.html'))).text).toBe('Hi')
  const mail = Buffer.from('From: Li <li@b.example>\r\nSubject: Re: goods\r\n\r\nReceived.')
  const { text } = await readPartText(mail, { ...file('', 'message/rfc822'), isMessage: true })
  expect(text).toContain('Re: goods')
  expect(text).toContain('Received.')
})

test('pictures and unknown kinds are not looked into', () => {
  expect(textUnread(file('a.png', 'image/png'))).toMatchObject({ state: 'none', reason: 'NO_TEXT' })
  expect(textUnread(file('a.bin'))).toMatchObject({ state: 'none', reason: 'UNKNOWN_KIND' })
  expect(textUnread(file('a.pdf'))).toBeNull()
})
