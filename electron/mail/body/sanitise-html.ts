import sanitizeHtml from 'sanitize-html'
import { contentIdOf } from '../header/content-ids.ts'
import { allowedAttributes, allowedStyles, allowedTags } from './allowed-html.ts'
import type { InlineImages } from './inline-images.ts'

/** HTML that loads nothing, runs nothing and leads nowhere. */
export interface SafeHtml {
  html: string
  /** Pictures that were left out because they lie elsewhere or are none. */
  blockedImages: number
}

const DATA_IMAGE = /^data:image\/(?:png|jpeg|gif|webp);base64,[A-Za-z\d+/=\s]+$/i

function findImage(address: string, images: InlineImages): string | null {
  if (/^cid:/i.test(address)) return images.find(contentIdOf(address))
  return DATA_IMAGE.test(address) ? address : images.find(address)
}

/**
 * Keeps of a sender's HTML what an allow-list names (`allowed-html.ts`). Links keep their text and show their target as a
 * title, without an address to follow; pictures that came with the message become `data:` addresses, all others go and
 * are counted.
 */
export function sanitiseHtml(dirty: string, images: InlineImages): SafeHtml {
  let blockedImages = 0
  const html = sanitizeHtml(dirty, {
    allowedTags,
    allowedAttributes,
    allowedStyles,
    allowedSchemes: ['data'],
    allowedSchemesAppliedToAttributes: ['src'],
    nonTextTags: [
      'script',
      'style',
      'textarea',
      'option',
      'noscript',
      'title',
      'template',
      'object',
      'select',
    ],
    transformTags: {
      a: (_tag, { href, title, style }) => ({
        tagName: 'a',
        attribs: { title: (href ?? title ?? '').trim(), ...(style === undefined ? {} : { style }) },
      }),
      img: (_tag, { src = '', ...rest }) => {
        const shown = findImage(src.trim(), images)
        if (shown === null) blockedImages += 1
        return { tagName: 'img', attribs: shown === null ? rest : { ...rest, src: shown } }
      },
    },
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && attribs.src === undefined,
  })
  return { html, blockedImages }
}
