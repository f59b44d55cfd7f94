/** `zh` where at least a fifth of the letters are Chinese, so that fonts, leading and screen readers follow the text. */
export const langOf = (text: string): 'zh' | undefined => {
  const sample = text.slice(0, 2_000)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const chinese = sample.match(/\p{Script=Han}/gu)?.length ?? 0
  return chinese > 0 && chinese * 5 >= letters ? 'zh' : undefined
}
