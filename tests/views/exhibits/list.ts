import { expect, type Locator, type Page } from '@playwright/test'

/** The exhibit list as a reader of the screen finds it. */
export const openList = (page: Page) => {
  const grid = page.getByRole('grid', { name: 'Exhibit list' })
  const row = (number: string): Locator =>
    grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name: number, exact: true }) })
  return {
    grid,
    row,
    /** A cell by the number of its exhibit and the place of its column on paper. */
    cell: (number: string, column: string): Locator => row(number).locator(`[data-column=${column}]`),
    numbers: (): Promise<string[]> => grid.getByRole('rowheader').allInnerTexts(),
    titles: (): Promise<string[]> =>
      grid.locator('tr:has(th[scope=row]) [data-column=title]').allInnerTexts(),
    /** What the fake main process holds, whatever the window shows. */
    saved: () => page.evaluate(() => structuredClone(window.fakeBridge.world.exhibits)),
    expectOrder: (titles: readonly string[]) =>
      expect(grid.locator('tr:has(th[scope=row]) [data-column=title]')).toHaveText([...titles]),
  }
}
