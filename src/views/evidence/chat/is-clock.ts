/** Whether a text is hours and minutes of a day, `09:05`. */
export const isClock = (text: string): boolean => /^(?:[01]\d|2[0-3]):[0-5]\d$/u.test(text)
