import { contentIdOf } from '../header/content-ids.ts'
import type { Body } from './compose-body.ts'

/** What the HTML of a body shows in place: content ids (RFC 2392) and locations (RFC 2557). */
export function shownIn(body: Body): Set<string> {
  const shown = new Set<string>()
  for (const { kind, content } of body.asHtml) {
    if (kind !== 'html') continue
    for (const [, id = ''] of content.matchAll(/\b(cid:[^"'\s>)]+)/gi)) shown.add(contentIdOf(id))
    for (const [, location = ''] of content.matchAll(/\bsrc\s*=\s*["']?([^"'\s>]{1,2000})/gi))
      shown.add(location)
  }
  return shown
}
