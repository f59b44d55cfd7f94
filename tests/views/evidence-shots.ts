import type { Page } from '@playwright/test'
import { fakeId } from '../support/fake-bridge/scenes.ts'
import { CASE, type Shot } from './shot.ts'

const openChat = async (page: Page): Promise<void> => {
  await page
    .getByRole('button')
    .filter({ hasText: /^(Import|导入)/ })
    .click()
  await page
    .getByRole('menuitem')
    .filter({ hasText: /chat|聊天/ })
    .click()
  await page.getByRole('dialog').locator('select').first().waitFor()
}

/** The tests of the message that is open, at one of their tabs. */
const openTests = async (page: Page, tab: RegExp): Promise<void> => {
  const standing = page.getByText(/^(Standing|证据情况)$/)
  if (await standing.isVisible()) await standing.click()
  await page.getByRole('button', { name: /^(Test this message|检查此邮件)$/ }).click()
  await page.getByRole('tab', { name: tab }).click()
}

/** Correspondence: messages, chats, search, threads, readings, translations, authenticity. */
export const EVIDENCE_SHOTS: readonly Shot[] = [
  { name: 'evidence-empty', place: `/cases/${fakeId('case', 2)}/evidence` },
  { name: 'evidence-one', scene: { size: 'one' }, place: `${CASE}/evidence/${fakeId('message', 1)}` },
  { name: 'evidence-message', place: `${CASE}/evidence/${fakeId('message', 5000)}` },
  {
    name: 'evidence-statement',
    scene: { jobRunning: true },
    place: `${CASE}/evidence/${fakeId('message', 1)}`,
  },
  { name: 'evidence-long', place: `${CASE}/evidence/${fakeId('message', 4959)}` },
  { name: 'evidence-document', place: `${CASE}/evidence/${fakeId('message', 4957)}` },
  {
    name: 'evidence-from-outlook',
    place: `${CASE}/evidence/${fakeId('message', 4955)}`,
    act: async (page) => {
      const custody = page.getByText('2097252')
      if ((await custody.count()) > 0) await custody.first().scrollIntoViewIfNeeded()
    },
  },
  { name: 'evidence-unreadable', place: `${CASE}/evidence/${fakeId('message', 4960)}` },
  {
    name: 'evidence-html',
    place: `${CASE}/evidence/${fakeId('message', 5000)}`,
    act: async (page) => {
      await page.locator('article').waitFor()
      await page.keyboard.press('h')
      await page.locator('iframe').waitFor()
    },
  },
  {
    name: 'evidence-marking',
    place: `${CASE}/evidence/${fakeId('message', 5000)}`,
    act: async (page) => {
      await page.locator('[role=document]').focus()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('ArrowDown')
    },
  },
  {
    name: 'evidence-receipt',
    place: `${CASE}/evidence`,
    act: async (page) => {
      await page.keyboard.press('i')
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'evidence-thread',
    place: `${CASE}/evidence/${fakeId('message', 2)}`,
    act: async (page) => {
      await page.locator('label[for$=thread]').click()
      await page.waitForTimeout(300)
    },
  },
  {
    name: 'chat-add',
    place: `${CASE}/evidence`,
    act: openChat,
  },
  {
    name: 'chat-people',
    place: `${CASE}/evidence`,
    act: async (page) => {
      await openChat(page)
      await page.getByRole('dialog').locator('select').nth(2).selectOption('dmy')
      await page.waitForTimeout(300)
      await page.getByRole('dialog').getByRole('button').last().click()
    },
  },
  {
    name: 'chat-table',
    place: `${CASE}/evidence`,
    act: async (page) => {
      await openChat(page)
      await page.getByRole('dialog').locator('select').first().selectOption('pattern')
    },
  },
  { name: 'chat-capture', place: `${CASE}/evidence/${fakeId('message', 4957)}` },
  {
    name: 'chat-describe',
    place: `${CASE}/evidence/${fakeId('message', 4957)}`,
    act: async (page) => {
      await page
        .getByRole('button')
        .filter({ hasText: /^(Describe|说明)/ })
        .click()
    },
  },
  {
    name: 'chat-type',
    place: `${CASE}/evidence/${fakeId('message', 4957)}`,
    act: async (page) => {
      await page
        .getByRole('button')
        .filter({ hasText: /^(Type a line|录入一行)/ })
        .click()
    },
  },
  { name: 'chat-conversation', place: `${CASE}/evidence/${fakeId('message', 4958)}` },
  {
    name: 'finding-search',
    place: `${CASE}/evidence/${fakeId('message', 5000)}`,
    act: async (page) => {
      await page.keyboard.press('/')
      await page.keyboard.type('the')
      await page.waitForTimeout(600)
      await page.locator('[data-message-text]').focus()
    },
  },
  {
    name: 'finding-filter',
    place: `${CASE}/evidence`,
    act: async (page) => {
      await page.keyboard.press('Shift+F')
      await page.locator('select').nth(1).waitFor()
      await page.waitForTimeout(600)
      await page.locator('select').first().selectOption('counterparty')
      await page.getByRole('checkbox').first().click()
      await page.waitForTimeout(600)
    },
  },
  {
    name: 'finding-gaps',
    place: `${CASE}/evidence/${fakeId('message', 3)}`,
    act: async (page) => {
      await page.getByRole('button', { name: /parent is missing|缺少原邮件/ }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  {
    name: 'finding-thread',
    place: `${CASE}/evidence/${fakeId('message', 3)}`,
    act: async (page) => {
      const heading = page.getByRole('heading', { name: /^(Thread|会话)$/ })
      if (await heading.isVisible().catch(() => false)) await heading.scrollIntoViewIfNeeded()
    },
  },
  { name: 'finding-timeline', place: `${CASE}/timeline` },
  { name: 'finding-timeline-empty', place: `/cases/${fakeId('case', 2)}/timeline` },
  {
    name: 'reading-charset',
    place: `${CASE}/evidence/${fakeId('message', 2)}`,
    act: async (page) => {
      const other = page.getByRole('button', { name: /other characters|其他编码/ })
      if (!(await other.isVisible())) return
      await other.click()
      await page.getByRole('dialog').locator('select').selectOption('shift_jis')
      await page.waitForTimeout(300)
    },
  },
  {
    name: 'translation',
    place: `${CASE}/evidence/${fakeId('message', 1)}`,
    act: async (page) => {
      const heading = page.getByRole('heading', { name: /^(Translations|译文)$/ })
      if (await heading.isVisible()) await heading.scrollIntoViewIfNeeded()
    },
  },
  {
    name: 'translation-dialog',
    place: `${CASE}/evidence/${fakeId('message', 1)}`,
    act: async (page) => {
      const change = page.getByRole('button', { name: /^(Change|更改)$/ })
      if (!(await change.isVisible())) return
      await change.click()
      await page.getByRole('dialog').locator('textarea').waitFor()
    },
  },
  {
    name: 'authenticity-findings',
    place: `${CASE}/evidence/${fakeId('message', 1)}`,
    act: (page) => openTests(page, /^(Findings|检查结果)$/),
  },
  {
    name: 'authenticity-score',
    place: `${CASE}/evidence/${fakeId('message', 1)}`,
    act: (page) => openTests(page, /^(Strength|证明强度)$/),
  },
  {
    name: 'authenticity-keys',
    place: `${CASE}/evidence/${fakeId('message', 1)}`,
    act: (page) => openTests(page, /^(Keys|公钥)$/),
  },
]
