import { expect, test } from 'vitest'
import { toSearchExpression, toSearchText } from './search-text.ts'

test('a Chinese word of two characters is a phrase, a Latin word a beginning', () => {
  expect(toSearchExpression('货款 invoi')).toBe('"货  款" AND "invoi"*')
})

test('quotes and operators are words like any other', () => {
  expect(toSearchExpression('say "no" NEAR OR')).toBe('"say"* AND """no""" AND "NEAR"* AND "OR"*')
})

test('a NUL parts words and ends nothing', () => {
  expect(toSearchExpression('due\0paid')).toBe('"due"* AND "paid"*')
})

test('nothing searchable is no search', () => {
  expect(toSearchExpression(' * - "" ')).toBeNull()
})

test('mixed text keeps Latin words whole', () => {
  expect(toSearchText('合同PO-7').trim()).toBe('合  同 PO-7')
})
