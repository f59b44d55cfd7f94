import type { PathCommand } from 'fontkit'

export interface Point {
  readonly x: number
  readonly y: number
}

const steps = 6

function curve(points: readonly Point[], t: number): Point {
  if (points.length === 1 && points[0] !== undefined) return points[0]
  const next = points.slice(1).map((point, at) => {
    const before = points[at] ?? point
    return { x: before.x + (point.x - before.x) * t, y: before.y + (point.y - before.y) * t }
  })
  return curve(next, t)
}

function pairs(args: readonly number[], place: (x: number, y: number) => Point): Point[] {
  const points: Point[] = []
  for (let at = 0; at + 1 < args.length; at += 2) points.push(place(args[at] ?? 0, args[at + 1] ?? 0))
  return points
}

/** A glyph's path as closed polygons, curves cut into a few straight pieces (de Casteljau). */
export function flatten(commands: readonly PathCommand[], place: (x: number, y: number) => Point): Point[][] {
  const outlines: Point[][] = []
  let outline: Point[] = []
  for (const { command, args } of commands) {
    const points = pairs(args, place)
    const last = outline.at(-1)
    if (command === 'moveTo') {
      outline = [...points]
      outlines.push(outline)
    } else if (command !== 'closePath' && last !== undefined) {
      const pieces = command === 'lineTo' ? 1 : steps
      for (let piece = 1; piece <= pieces; piece++) outline.push(curve([last, ...points], piece / pieces))
    }
  }
  return outlines
}

interface Crossing {
  readonly x: number
  readonly turn: 1 | -1
}

function crossings(outlines: readonly Point[][], y: number): Crossing[] {
  const found: Crossing[] = []
  for (const outline of outlines) {
    outline.forEach((from, at) => {
      const to = outline[(at + 1) % outline.length] ?? from
      if (from.y <= y === to.y <= y) return
      const x = from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x)
      found.push({ x, turn: to.y > from.y ? 1 : -1 })
    })
  }
  return found.sort((a, b) => a.x - b.x)
}

/** Adds `weight` to every pixel the outlines cover on the scan line `y`, in part where an edge cuts through. */
export function addSpans(outlines: readonly Point[][], y: number, cover: Float64Array, weight: number): void {
  let winding = 0
  let start = 0
  for (const { x, turn } of crossings(outlines, y)) {
    if (winding === 0) start = x
    winding += turn
    if (winding !== 0) continue
    for (let column = Math.max(0, Math.floor(start)); column < Math.min(cover.length, x); column++) {
      const share = Math.min(x, column + 1) - Math.max(start, column)
      cover[column] = (cover[column] ?? 0) + share * weight
    }
  }
}
