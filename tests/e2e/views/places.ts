import type { Locator, Page } from '@playwright/test'
import { fakeId } from '../../support/fake-bridge/scenes.ts'

/** The rooms of the case that the fake main process holds, and what stands in them. */
export const CASE = `/cases/${fakeId('case', 1)}`
export const message = (n: number): string => `${CASE}/evidence/${fakeId('message', n)}`
export const statement = (n: number): string => `${CASE}/confirm/${fakeId('statement', n)}`
export const list = (page: Page): Locator => page.getByRole('listbox')
export const pane = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true })

/** What the page threw, or Chromium refused under the product's content security policy. */
export function watch(page: Page): readonly string[] {
  const wrongs: string[] = []
  page.on('pageerror', (error) => wrongs.push(error.message))
  page.on('console', (line) => {
    if (line.text().includes('Content Security Policy')) wrongs.push(line.text())
  })
  return wrongs
}
