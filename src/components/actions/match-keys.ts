/** Names a pressed key as actions name theirs: `mod+k`, `alt+arrowup`, `?`, `d`. `mod` is Ctrl, or Command on a Mac. */
export function keysOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): string {
  const key = event.key === ' ' ? 'space' : event.key.toLowerCase()
  const isSign = event.key.length === 1 && !/\p{L}/u.test(event.key)
  return [
    event.ctrlKey || event.metaKey ? 'mod' : '',
    event.altKey ? 'alt' : '',
    event.shiftKey && !isSign ? 'shift' : '',
    key,
  ]
    .filter(Boolean)
    .join('+')
}

const TYPED_INTO =
  'textarea, select, [contenteditable="true"], input:not([type=checkbox], [type=radio], [type=button])'
const PRESSED = 'button, a, summary, input, [role=button], [role=option], [role=tab], [role=menuitem]'

/** Whether the focused element needs this key itself, so that no shortcut may take it. */
export function isNeededBy(target: EventTarget | null, keys: string): boolean {
  if (!(target instanceof Element)) return false
  if (target.closest('[role=dialog], [role=menu]')) return true
  if (target.closest(TYPED_INTO)) return !keys.startsWith('mod+') || keys === 'mod+z'
  return (keys === 'enter' || keys === 'space') && target.closest(PRESSED) !== null
}

const SIGNS: Record<string, string> = {
  alt: 'Alt',
  shift: '⇧',
  enter: '↵',
  space: '␣',
  escape: 'Esc',
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
}

/** The caps to draw for a combination: `['⌘', 'K']`. */
export const capsOf = (keys: string): readonly string[] => {
  const mod = /Mac/.test(navigator.platform) ? '⌘' : 'Ctrl'
  return keys.split('+').map((key) => (key === 'mod' ? mod : (SIGNS[key] ?? key.toUpperCase())))
}
