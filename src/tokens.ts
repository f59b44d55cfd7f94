/** One set of colours by role. A role never changes its meaning between the themes. */
export interface Palette {
  /** Ground of the window. */
  paper: string
  /** Ground of what is read and worked on: lists, the reader, fields. */
  sheet: string
  /** Ground of what frames the work: title bar, nav, status bar. */
  rail: string
  hover: string
  selected: string
  /** Thin lines that only divide; never the sole sign of a control. */
  line: string
  /** Edges of controls (WCAG 1.4.11: 3:1). */
  edge: string
  ink: string
  /** Secondary text. */
  inkSoft: string
  /** Text on a ground of `ink`. */
  onInk: string
  inkHover: string
  /** Fixed: confirmed, served, sealed. The only accent. */
  seal: string
  sealWash: string
  /** Running out, or lost. */
  amber: string
  amberWash: string
  /** A person should look. */
  blue: string
  blueWash: string
  /** Behind what a search found. */
  found: string
  /** Not yet. */
  grey: string
  greyWash: string
}

export const light: Palette = {
  paper: '#f7f5f0',
  sheet: '#fefdfa',
  rail: '#efece5',
  hover: '#f2efe8',
  selected: '#e7e2d7',
  line: '#ddd8cd',
  edge: '#8b8578',
  ink: '#211f1b',
  inkSoft: '#575248',
  onInk: '#fdfbf6',
  inkHover: '#3b3831',
  seal: '#aa2a17',
  sealWash: '#f8e6e0',
  amber: '#7d4f00',
  amberWash: '#f8ecd0',
  blue: '#1c5582',
  blueWash: '#e2edf5',
  found: '#f6e58d',
  grey: '#5f5a50',
  greyWash: '#ebe8e0',
}

export const dark: Palette = {
  paper: '#1b1b1d',
  sheet: '#212124',
  rail: '#18181a',
  hover: '#29292c',
  selected: '#343437',
  line: '#37373a',
  edge: '#7d7a73',
  ink: '#ebe6db',
  inkSoft: '#bdb8ad',
  onInk: '#1d1c1b',
  inkHover: '#cfc9bd',
  seal: '#ff8f78',
  sealWash: '#41231d',
  amber: '#e8ba66',
  amberWash: '#3a2e15',
  blue: '#94c0ea',
  blueWash: '#1c3043',
  found: '#4a3c0e',
  grey: '#b0aba1',
  greyWash: '#303033',
}

/** Text on ground as the views pair them; each must reach 4.5:1 (WCAG 1.4.3 AA). */
export const TEXT_PAIRS: readonly (readonly [keyof Palette, keyof Palette])[] = [
  ...(['ink', 'inkSoft', 'grey'] as const).flatMap((text) =>
    (['paper', 'sheet', 'rail', 'hover', 'selected'] as const).map((ground) => [text, ground] as const),
  ),
  ...(['seal', 'amber', 'blue'] as const).flatMap((text) =>
    (['paper', 'sheet', 'rail', 'hover', 'selected'] as const).map((ground) => [text, ground] as const),
  ),
  ['seal', 'sealWash'],
  ['amber', 'amberWash'],
  ['blue', 'blueWash'],
  ['grey', 'greyWash'],
  ['ink', 'sealWash'],
  ['ink', 'amberWash'],
  ['ink', 'blueWash'],
  ['ink', 'found'],
  ['inkSoft', 'found'],
  ['ink', 'greyWash'],
  ['inkSoft', 'greyWash'],
  ['inkSoft', 'blueWash'],
  ['onInk', 'ink'],
  ['onInk', 'inkHover'],
  ['onInk', 'seal'],
]

/** Edges and signs on ground; each must reach 3:1 (WCAG 1.4.11). */
export const EDGE_PAIRS: readonly (readonly [keyof Palette, keyof Palette])[] = [
  ['edge', 'paper'],
  ['edge', 'sheet'],
  ['edge', 'rail'],
  ['ink', 'selected'],
]
