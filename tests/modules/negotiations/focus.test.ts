import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { addFocus, archiveFocus, consentFocus, editFocus, setStance } from '@/lib/modules/negotiations/commands-focus'
import { addIssue } from '@/lib/modules/negotiations/commands-issues'
import { focus } from '@/lib/modules/negotiations/queries-focus'
import { newcomer, owner } from '@/tests/people'
import { done, noon, refusalOf, startDay } from '../terms/scene'
import { aScene } from './scene'

const now = noon(startDay)

async function withFocus() {
  const scene = await aScene()
  const { lead, keeper, negotiationId } = scene
  const theme = { name: '高山茶季', validFrom: '2026-11-01', validTo: '2026-12-31', ownerId: lead.id }
  const { focusId } = await done(addFocus, lead, theme, now)
  const { issueId } = await done(addIssue, keeper, { negotiationId, name: '贈品', kind: 'text' }, now)
  const against = { issueId, focusId, stance: 'against', reason: '短期出清' }
  return { ...scene, theme, focusId, issueId, against }
}

describe('the marketing focus', () => {
  it('is written by those who may, for a period, once', async () => {
    const { lead, keeper, theme, focusId } = await withFocus()
    expect(await refusalOf(addFocus, keeper, theme, now)).toBe('notAllowed')
    expect(await refusalOf(addFocus, lead, theme, now)).toBe('negotiations.themeTaken')
    expect(await refusalOf(addFocus, lead, { ...theme, validTo: '2026-10-01' }, now)).toBe(
      'negotiations.periodReversed',
    )
    expect(await refusalOf(addFocus, lead, { ...theme, ownerId: crypto.randomUUID() }, now)).toBe(
      'negotiations.ownerUnknown',
    )
    await done(editFocus, lead, { focusId, ...theme, name: '高山茶' }, now)
    expect(await refusalOf(editFocus, await newcomer('manager'), { focusId, ...theme }, now)).not.toBeNull()
  })

  it('that is over, to come or archived cannot be chosen', async () => {
    const { lead, keeper, against, focusId } = await withFocus()
    expect(await refusalOf(setStance, keeper, against, noon('2027-01-01'))).toBe('negotiations.focusOver')
    expect(await refusalOf(setStance, keeper, against, noon('2026-10-31'))).toBe('negotiations.focusOver')
    await done(archiveFocus, lead, { focusId }, now)
    expect(await refusalOf(setStance, keeper, against, now)).toBe('negotiations.focusMissing')
  })

  it('is gone against with a reason and a consent that is not one’s own, which another stance voids', async () => {
    const { lead, manager, keeper, colleague, against, issueId } = await withFocus()
    expect(await refusalOf(setStance, keeper, { ...against, reason: '' }, now)).toBe('negotiations.stanceReasonMissing')
    expect(await refusalOf(setStance, colleague, against, now)).toBe('notAllowed')
    expect(await refusalOf(consentFocus, lead, { issueId, note: '可' }, now)).toBe('negotiations.notAgainst')
    await done(setStance, keeper, against, now)
    const [told] =
      await owner()`select count(*)::int as n from notifications where member_id = ${lead.id} and kind = 'negotiations.againstFocus'`
    expect(told?.n).toBe(1)
    expect(await refusalOf(consentFocus, keeper, { issueId, note: '可' }, now)).toBe('notAllowed')
    await done(consentFocus, lead, { issueId, note: '僅限本季' }, now)
    const [row] = (await ask(focus, manager, {}, now)).against
    expect(row).toMatchObject({ issue: '贈品', focus: '高山茶季', consentBy: '蔡淑芬', consentNote: '僅限本季' })
    await done(setStance, keeper, { ...against, stance: 'neutral' }, now)
    await done(setStance, lead, against, now)
    expect((await ask(focus, lead, {}, now)).against).toMatchObject([{ consentBy: null, mayConsent: false }])
    expect(await refusalOf(consentFocus, lead, { issueId, note: '可' }, now)).toBe('negotiations.ownStance')
    await done(consentFocus, manager, { issueId, note: '可' }, now)
  })
})
