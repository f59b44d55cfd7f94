/** Today's plain date by the clock and zone of this computer. */
export const today = (now = new Date()): string => {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
