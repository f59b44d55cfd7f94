function decodeLine(line: string): Buffer {
  const size = (line.charCodeAt(0) - 0x20) & 0x3f
  const out = Buffer.alloc(Math.ceil(size / 3) * 3)
  for (let group = 0; group * 3 < size; group += 1) {
    const [a, b, c, d] = [1, 2, 3, 4].map((at) => ((line.charCodeAt(group * 4 + at) || 0x20) - 0x20) & 0x3f)
    out.writeUIntBE(((a ?? 0) << 18) | ((b ?? 0) << 12) | ((c ?? 0) << 6) | (d ?? 0), group * 3, 3)
  }
  return out.subarray(0, size)
}

/** Undoes uuencode: the lines between `begin` and `end`, or all lines where there is no `begin`. */
export function decodeUu(bytes: Buffer): Buffer {
  const lines = bytes.toString('latin1').split(/\r\n|\n|\r/)
  const begin = lines.findIndex((line) => /^begin \d{3,4} /.test(line))
  const end = lines.findIndex((line, index) => index > begin && line === 'end')
  return Buffer.concat(
    lines
      .slice(begin + 1, end === -1 ? lines.length : end)
      .filter((line) => line !== '')
      .map(decodeLine),
  )
}
