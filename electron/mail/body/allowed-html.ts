/** Elements a message may show; whatever else it holds is dropped, its text kept (scripts and styles with their text). */
export const allowedTags = (
  'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del details dfn ' +
  'dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark ol p pre q ' +
  'rp rt ruby s samp section small span strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var wbr'
).split(' ')

/** Attributes that say how something looks. None of them can load anything. */
export const allowedAttributes: Record<string, string[]> = {
  '*': ['align', 'bgcolor', 'color', 'dir', 'height', 'lang', 'style', 'title', 'valign', 'width'],
  col: ['span'],
  colgroup: ['span'],
  font: ['color', 'face', 'size'],
  img: ['alt', 'src'],
  ol: ['start', 'type'],
  table: ['border', 'cellpadding', 'cellspacing', 'rules'],
  td: ['colspan', 'rowspan', 'nowrap'],
  th: ['colspan', 'rowspan', 'nowrap'],
  ul: ['type'],
}

/** A value without functions, so that no `url()` or `expression()` can pass; colours may be computed. */
const PLAIN = /^(?:[\w\s#%.,'"!+\u0080-\uffff-]|rgba?\([\d\s.,%/]*\)|hsla?\([\d\s.,%/a-z]*\))*$/i

const STYLE_PROPERTIES =
  'background background-color border border-bottom border-bottom-color border-bottom-style border-bottom-width ' +
  'border-collapse border-color border-left border-left-color border-left-style border-left-width border-radius ' +
  'border-right border-right-color border-right-style border-right-width border-spacing border-style border-top ' +
  'border-top-color border-top-style border-top-width border-width color direction display font font-family font-size ' +
  'font-style font-variant font-weight height letter-spacing line-height list-style list-style-type margin margin-bottom ' +
  'margin-left margin-right margin-top max-height max-width min-height min-width padding padding-bottom padding-left ' +
  'padding-right padding-top table-layout text-align text-decoration text-indent text-transform unicode-bidi ' +
  'vertical-align white-space width word-break word-spacing word-wrap writing-mode'

/** Style properties that stay within the message's own frame: nothing is positioned, nothing is loaded. */
export const allowedStyles: Record<string, Record<string, RegExp[]>> = {
  '*': Object.fromEntries(STYLE_PROPERTIES.split(' ').map((property) => [property, [PLAIN]])),
}
