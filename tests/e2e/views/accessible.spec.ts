import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { fakeId, type Scene } from '../../support/fake-bridge/scenes.ts'
import { buildViewsSite, launchOptions, openViews } from '../../support/fake-bridge/views-site.ts'
import { CASE, list, message, statement } from './places.ts'

test.use({ launchOptions, viewport: { width: 1440, height: 900 } })
test.beforeAll(buildViewsSite)

const STATES: readonly (readonly [name: string, scene: Partial<Scene>, place: string, key?: string])[] = [
  ['create', { vault: 'absent' }, '/'],
  ['recovery typed back', { vault: 'awaiting-recovery' }, '/'],
  ['locked', { vault: 'locked' }, '/'],
  ['no cases', { size: 'none' }, '/'],
  ['cases', {}, '/'],
  ['a new case', {}, '/cases/new'],
  ['no messages', {}, `/cases/${fakeId('case', 2)}/evidence`],
  ['messages', { jobRunning: true }, message(1)],
  ['long names', {}, message(9)],
  ['an unreadable message', {}, message(10)],
  ['mail as sent', {}, message(2), 'h'],
  ['no statements', {}, `/cases/${fakeId('case', 2)}/confirm`],
  ['a statement', {}, statement(2)],
  ['asking', {}, statement(2), 'a'],
  ['typing in', {}, `${CASE}/confirm`, 'n'],
  ['palette', {}, `${CASE}/confirm`, 'Control+k'],
  ['shortcuts', {}, `${CASE}/confirm`, '?'],
]

test.describe('accessible to everyone', () => {
  for (const [name, scene, place, key] of STATES)
    for (const colorScheme of ['light', 'dark'] as const)
      test(`${name}, ${colorScheme}`, async ({ page }) => {
        await openViews(
          page,
          { ...scene, settings: { locale: 'en', colorScheme, density: 'comfortable' } },
          place,
        )
        await expect(page.getByRole('main').first()).toBeVisible()
        await expect(page.getByText('Loading…')).toHaveCount(0)
        if (key) {
          await expect(page.getByRole('article').or(list(page)).first()).toBeVisible()
          await page.keyboard.press(key)
          await expect(page.getByRole('dialog').or(page.locator('iframe')).first()).toBeVisible()
        }
        const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
        expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
      })
})
