import { describe, expect, it } from 'vitest'
import { digestOf } from '@/lib/kernel/canonical'
import { perform } from '@/lib/kernel/perform'
import { verbatim } from '@/lib/kernel/said'
import { decide } from '@/lib/modules/approvals/commands-decisions'
import { aWorkspace, newcomer, person } from '../../people'
import { changedTo, company, done, exception, line, refusalOf, runOf, submitted, trySubmit, withdrawn } from './scene'

describe('what is submitted', () => {
  it('is approved at once when its policy demands nobody', async () => {
    const { amy } = await company()
    const input = exception({ facts: { discountPct: '10', belowFloor: false } })
    expect(await submitted(amy, input)).toMatchObject({ state: 'approved' })
    expect(await runOf(amy, input)).toMatchObject({ state: 'approved', contentHash: input.contentHash, steps: [] })
  })

  it('waits for the lead of whoever submits it', async () => {
    const { amy, lead } = await company()
    const input = exception()
    expect(await submitted(amy, input)).toMatchObject({ state: 'pending' })
    const run = await runOf(amy, input)
    expect(run?.steps.map(({ seats }) => seats.map(({ holderId }) => holderId))).toEqual([[lead.id]])
  })

  it('passes a lead who submits it to their manager', async () => {
    const { lead, manager } = await company()
    const input = exception()
    await submitted(lead, input)
    const run = await runOf(lead, input)
    expect(run?.steps[0]?.seats).toMatchObject([{ holderId: manager.id, replacesName: '陳主管' }])
  })

  it('keeps its first author from deciding when it was sent back and somebody else submits it', async () => {
    const { amy, lead, manager } = await company()
    const input = exception()
    const { runId } = await submitted(lead, input)
    const { contentHash } = input
    const wish = { runId, contentHash, decision: 'sendBack', comment: '請附報價' }
    await done(perform(decide, manager, wish))
    await submitted(amy, input)
    const run = await runOf(amy, input)
    expect(run?.steps[0]?.seats).toMatchObject([{ holderId: manager.id, replacesName: '陳主管' }])
    expect(await refusalOf(perform(decide, lead, { runId: run?.id, contentHash, decision: 'approve' }))).toBe(
      'approvals.ownSubmission',
    )
  })

  it('starts anew after it was approved, so that its first author may decide about what another makes of it', async () => {
    const { amy, lead, manager } = await company()
    const input = exception()
    const { runId } = await submitted(lead, input)
    await done(perform(decide, manager, { runId, contentHash: input.contentHash, decision: 'approve' }))
    const next = { ...input, contentHash: digestOf('next') }
    await submitted(amy, next)
    expect((await runOf(amy, next))?.steps[0]?.seats).toMatchObject([{ holderId: lead.id, replacesName: null }])
  })

  it('is refused, with the level, when nobody may decide', async () => {
    const alone = await newcomer('accountManager')
    expect(await refusalOf(trySubmit(alone, exception()))).toBe('approvals.approverMissing')
  })

  it('stays one run when it is submitted twice', async () => {
    const { amy } = await company()
    const input = exception()
    const first = await submitted(amy, input)
    expect(await submitted(amy, input)).toEqual(first)
  })

  it('keeps waiting with its new content, and newly asks whom that demands', async () => {
    const { amy, manager, lead } = await company()
    const input = exception()
    await submitted(amy, input)
    const facts = { discountPct: '16', belowFloor: false }
    const lines = [line('discount', { now: verbatim('16') })]
    await changedTo(amy, { ...input, facts, lines, contentHash: digestOf('changed') })
    const run = await runOf(amy, input)
    expect(run).toMatchObject({ state: 'pending', contentHash: digestOf('changed') })
    expect(run?.steps.map(({ seats }) => seats.map(({ holderId }) => holderId))).toEqual([[lead.id], [manager.id]])
  })

  it('can be taken back, and submitted anew', async () => {
    const { amy } = await company()
    const input = exception()
    const { runId } = await submitted(amy, input)
    expect(await withdrawn(amy, input)).toEqual({ runId })
    expect(await runOf(amy, input)).toMatchObject({ state: 'withdrawn' })
    expect(await withdrawn(amy, input)).toBeNull()
    expect((await submitted(amy, input)).runId).not.toBe(runId)
  })

  it('is seen from no other workspace', async () => {
    const { amy } = await company()
    const input = exception()
    await submitted(amy, input)
    const stranger = await person('manager', await aWorkspace())
    expect(await runOf(stranger, input)).toBeNull()
    expect(await withdrawn(stranger, input)).toBeNull()
  })
})
