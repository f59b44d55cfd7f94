import { expect, test } from 'vitest'
import { CLIPBOARD_MS, createBriefClipboard } from './brief-clipboard.ts'

function desk() {
  const clipboard = {
    text: '',
    readText: async () => clipboard.text,
    writeText: async (text: string) => {
      clipboard.text = text
    },
    clear: () => {
      clipboard.text = ''
    },
  }
  const waiting: (() => void)[] = []
  const brief = createBriefClipboard(clipboard, (work, ms) => {
    expect(ms).toBe(CLIPBOARD_MS)
    waiting.push(work)
    return {}
  })
  const pass = async (): Promise<void> => {
    waiting.shift()?.()
    await new Promise(setImmediate)
  }
  return { clipboard, brief, pass }
}

test('what the app copied is off the clipboard after its time', async () => {
  const { clipboard, brief, pass } = desk()
  await brief.copy('EUR 116,160.00')
  expect(clipboard.text).toBe('EUR 116,160.00')
  await pass()
  expect(clipboard.text).toBe('')
})

test('what a person copied meanwhile stays', async () => {
  const { clipboard, brief, pass } = desk()
  await brief.copy('EUR 116,160.00')
  await clipboard.writeText('a shopping list')
  await pass()
  expect(clipboard.text).toBe('a shopping list')
})

test('a second copy has its own time, and a lock waits for none', async () => {
  const { clipboard, brief, pass } = desk()
  await brief.copy('first')
  await brief.copy('second')
  await pass()
  expect(clipboard.text).toBe('second')
  await brief.clear()
  expect(clipboard.text).toBe('')
  await pass()
})

test('the same text copied by a person after a lock is hers', async () => {
  const { clipboard, brief, pass } = desk()
  await brief.copy('EUR 116,160.00')
  await brief.clear()
  await clipboard.writeText('EUR 116,160.00')
  await pass()
  expect(clipboard.text).toBe('EUR 116,160.00')
})
