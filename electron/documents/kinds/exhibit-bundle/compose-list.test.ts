import type { ExhibitWording } from '@bridge/model/exhibit.ts'
import { expect, test } from 'vitest'
import { bundleOf } from '../../../../tests/documents/sample-bundle.ts'
import { composeList } from './compose-list.ts'

const ORIGINALITIES: ExhibitWording['originality'][] = ['original', 'copy', 'copy-original-at-hearing']

test('a plain copy promises no original at the hearing', () => {
  const bundle = bundleOf([3], { language: 'both' }, (at) => ({
    originality: ORIGINALITIES[at - 1] ?? 'original',
  }))
  const cells = composeList(bundle, [], 0).rows.flatMap((row) =>
    row.kind === 'exhibit' ? [row.cells.originality] : [],
  )
  expect(cells).toEqual([
    ['原件', 'Original'],
    ['复印件', 'Copy'],
    ['复印件（庭审核对原件）', 'Copy (original to be shown at the hearing)'],
  ])
})

test('the list notes which foreign-language evidence is translated, and which is not yet', () => {
  const standings = ['none', 'translated', 'partly', 'missing'] as const
  const notes = { zh: '公证', en: 'Notarised' }
  const bundle = bundleOf([4], { language: 'both' }, (at) => ({
    translation: standings[at - 1] ?? 'none',
    notes,
  }))
  const cells = composeList(bundle, [], 0).rows.flatMap((row) =>
    row.kind === 'exhibit' ? [row.cells.notes.slice(2)] : [],
  )
  expect(cells).toEqual([
    [],
    ['外文，附中文译文', 'Foreign language, Chinese translation attached'],
    ['外文，部分附中文译文', 'Foreign language, Chinese translation of parts attached'],
    ['外文，中文译文待补', 'Foreign language, Chinese translation to follow'],
  ])
})
