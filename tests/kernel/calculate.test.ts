import { expect, it } from 'vitest'
import { calculated } from '@/lib/kernel/calculate'
import type { Studied, Study } from '@/lib/modules/negotiations/model-analysis'
import { studyOf } from '@/lib/modules/negotiations/rules-study'

const nothing: Studied = {
  issues: [{ key: 'a', weight: '1', scale: { kind: 'numeric', target: '10', limit: '0' } }],
  open: [],
  beliefs: [],
  offers: [{ no: 1, round: 1, side: 'us', values: { a: '5' } }],
  alternatives: { ours: [], theirs: [] },
  plan: null,
  agreed: null,
}

it('what is worked out in the thread is what the rules say', async () => {
  expect(await calculated<Study>('negotiations.study', nothing)).toEqual(studyOf(nothing))
})

it('the same content is worked out once', () => {
  expect(calculated('negotiations.study', { ...nothing })).toBe(calculated('negotiations.study', nothing))
})

it('what fails fails for whoever asked, and the next one is answered', async () => {
  await expect(calculated('negotiations.study', { ...nothing, offers: null })).rejects.toThrow()
  expect(await calculated<Study>('negotiations.study', { ...nothing, offers: [] })).toMatchObject({ offers: [] })
})
