/** A PDF transformation matrix (ISO 32000-1, 8.3.4): x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number]

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** The smallest upright box around `box` after `matrix`. */
export function boundsAfter([a, b, c, d, e, f]: Matrix, box: Box): Box {
  const xs: number[] = []
  const ys: number[] = []
  for (const x of [box.x, box.x + box.width]) {
    for (const y of [box.y, box.y + box.height]) {
      xs.push(a * x + c * y + e)
      ys.push(b * x + d * y + f)
    }
  }
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)]
  return { x: left, y: bottom, width: Math.max(...xs) - left, height: Math.max(...ys) - bottom }
}

/**
 * Maps what is seen of a page turned by `rotation` degrees clockwise into a place: `box` is the visible box in the page's
 * own coordinates, `scale` the size it gets, `left` and `bottom` where its lower left corner, as seen, lands.
 */
export function uprightMatrix(
  box: Box,
  rotation: number,
  scale: number,
  left: number,
  bottom: number,
): Matrix {
  const s = scale
  const right = box.x + box.width
  const top = box.y + box.height
  switch (rotation) {
    case 90:
      return [0, -s, s, 0, left - s * box.y, bottom + s * right]
    case 180:
      return [-s, 0, 0, -s, left + s * right, bottom + s * top]
    case 270:
      return [0, s, -s, 0, left + s * top, bottom - s * box.x]
    default:
      return [s, 0, 0, s, left - s * box.x, bottom - s * box.y]
  }
}

/** Maps the unit square of an image with an EXIF orientation (1 to 8) upright into `place`. */
export function imageMatrix(orientation: number, { x, y, width: w, height: h }: Box): Matrix {
  const matrices: Record<number, Matrix> = {
    2: [-w, 0, 0, h, x + w, y],
    3: [-w, 0, 0, -h, x + w, y + h],
    4: [w, 0, 0, -h, x, y + h],
    5: [0, -h, -w, 0, x + w, y + h],
    6: [0, -h, w, 0, x, y + h],
    7: [0, h, w, 0, x, y],
    8: [0, h, -w, 0, x + w, y],
  }
  return matrices[orientation] ?? [w, 0, 0, h, x, y]
}

/** The operator that applies a matrix; numbers without exponents, as PDF wants them. */
export function concat(matrix: Matrix): string {
  return `${matrix.map((value) => Number(value.toFixed(5))).join(' ')} cm`
}
