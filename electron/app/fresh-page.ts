import type { WebContents } from 'electron'

/** A page of nothing, of another site than the app's own page. */
export const EMPTY_PAGE = 'app://empty/'

/**
 * Leaves the page for an empty one of another site and then opens the app's page anew. The change of site gives the new page
 * a process of its own, and the process that held the case ends with its memory (site isolation).
 */
export async function openFreshPage(contents: WebContents, address: string): Promise<void> {
  await contents.loadURL(EMPTY_PAGE)
  contents.navigationHistory.clear()
  await contents.loadURL(address)
}
