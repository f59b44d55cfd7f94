/** Three panes from 1100 px of room (a window of 1280 with its nav), two from 760 (1024), one below. */
export const paneCount = (width: number): 1 | 2 | 3 => (width >= 1100 ? 3 : width >= 760 ? 2 : 1)

/** Which panes share a place: the last ones take turns when there is not room for all. */
export const paneGroups = <T>(panes: readonly T[], count: 1 | 2 | 3): readonly (readonly T[])[] =>
  panes.length <= count
    ? panes.map((pane) => [pane])
    : [...panes.slice(0, count - 1).map((pane) => [pane]), panes.slice(count - 1)]
