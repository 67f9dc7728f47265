import { describe, expect, it } from 'vitest'
import { ask, perform } from '@/lib/kernel/perform'
import { decide } from '@/lib/modules/approvals/commands-decisions'
import { discard, draft, edit, open, withdraw } from '@/lib/modules/terms/commands'
import { fileConfirmation, issueOutline } from '@/lib/modules/terms/commands-outline'
import { submit } from '@/lib/modules/terms/commands-submit'
import { removeTerm, setTerm } from '@/lib/modules/terms/commands-terms'
import { list } from '@/lib/modules/terms/list'
import { asOf } from '@/lib/modules/terms/queries'
import { accountTerms, compareVersions } from '@/lib/modules/terms/queries-pages'
import { evidenceOf } from '@/tests/journeys/evidence-of'
import { newcomer, owner, person } from '@/tests/people'
import {
  aDraft,
  approved,
  aScene,
  aStandard,
  confirmed,
  consent,
  done,
  grounds,
  look,
  net,
  noon,
  refusalOf,
  startDay,
} from './scene'

const standardTerms = { paymentDays: net(60), annualRebate: { number: '1' } }
const special = { paymentDays: net(75), annualRebate: { number: '2' } }

async function withDraft(terms: Record<string, object> = special) {
  const scene = await aScene()
  await aStandard(scene, standardTerms)
  const versionId = await aDraft(scene, terms)
  return { ...scene, versionId }
}

const consentOfAll = (scene: Awaited<ReturnType<typeof withDraft>>) =>
  consent(scene.versionId, [scene.lead, scene.manager, scene.finance], noon(startDay))

describe('a draft', () => {
  it('keeps only departures, and shows standard, client and yearly cost', async () => {
    const scene = await withDraft()
    await done(edit, scene.keeper, {
      versionId: scene.versionId,
      validFrom: '2026-11-23',
      basisSales: '12,000,000',
      basisSource: '114 年實績',
    })
    const seen = await look(scene.keeper, scene.versionId)
    expect(seen.state).toBe('draft')
    expect(
      seen.terms.map(({ code, standard, client, cost }) => [code, standard, client, Number(cost).toFixed(2)]),
    ).toEqual([
      ['annualRebate', '1 %', '2 %', '120000.00'],
      ['paymentDays', '發票日後 60 天', '發票日後 75 天', '29589.04'],
    ])
    expect(Number(seen.sum.total).toFixed(2)).toBe('149589.04')
    expect(seen.sum.share).toBe('1.2466')
  })

  it('refuses what the standard says already, and a second sheet of the same scope', async () => {
    const scene = await withDraft()
    const same = { versionId: scene.versionId, code: 'paymentDays', value: net(60), ...grounds }
    expect(await refusalOf(setTerm, scene.keeper, same)).toBe('terms.sameAsStandard')
    const again = { accountId: scene.accountId, direction: 'sell', scope: 'all' }
    expect(await refusalOf(open, scene.keeper, again)).toBe('terms.sheetExists')
    expect(await refusalOf(open, scene.keeper, { ...again, scope: 'brand' })).toBe('terms.scopeNameMissing')
    expect(await refusalOf(open, scene.keeper, { ...again, scope: 'brand', scopeName: '晨光' })).toBeNull()
  })

  it('asks whether 0.03 means 3 %, refuses more than 100 and reads full-width digits', async () => {
    const { keeper, versionId } = await withDraft()
    const rebate = (value: object) => ({ versionId, code: 'quarterlyRebate', value, ...grounds })
    expect(await refusalOf(setTerm, keeper, rebate({ number: '0.03' }))).toBe('terms.percentAsks')
    expect(await refusalOf(setTerm, keeper, rebate({ number: '101' }))).toBe('terms.percentTooHigh')
    expect(await refusalOf(setTerm, keeper, rebate({ number: '0.5', smallPercent: 'true' }))).toBeNull()
    expect(await refusalOf(setTerm, keeper, rebate({ number: '３％' }))).toBeNull()
    expect(await refusalOf(setTerm, keeper, rebate({ number: '123456789012345678901234567890' }))).toBe('invalid')
    expect(await refusalOf(setTerm, keeper, rebate({ number: '-1' }))).toBe('invalid')
    expect(await refusalOf(setTerm, keeper, rebate({ number: '' }))).toBe('terms.valueMissing')
  })

  it('goes back to the standard in one term', async () => {
    const { keeper, versionId } = await withDraft()
    await done(removeTerm, keeper, { versionId, code: 'annualRebate' })
    expect((await look(keeper, versionId)).terms.filter(({ departs }) => departs).map(({ code }) => code)).toEqual([
      'paymentDays',
    ])
    expect(await refusalOf(removeTerm, keeper, { versionId, code: 'annualRebate' })).toBe('terms.notDeparting')
  })

  it('is changed by those who serve the account only, and found in no other workspace', async () => {
    const { colleague, lead, versionId, accountId } = await withDraft()
    const change = { versionId, code: 'priceNotice', value: { number: '30' }, ...grounds }
    expect(await refusalOf(setTerm, colleague, change)).toBe('notAllowed')
    expect(await refusalOf(open, colleague, { accountId, direction: 'buy', scope: 'all' })).toBe('notAllowed')
    expect(await refusalOf(setTerm, lead, change)).toBeNull()
    const stranger = await newcomer('accountManager')
    for (const [command, input] of [
      [setTerm, change],
      [removeTerm, { versionId, code: 'paymentDays' }],
      [edit, { versionId }],
      [submit, { versionId }],
      [discard, { versionId }],
      [withdraw, { versionId }],
      [issueOutline, { versionId, language: 'zh-TW' }],
    ] as const)
      expect(await refusalOf(command as never, stranger, input)).toBe('notFound')
  })

  it('is refused to an auditor', async () => {
    const { workspace, versionId, accountId } = await withDraft()
    const auditor = await person('auditor', workspace)
    expect(await refusalOf(submit, auditor, { versionId })).toBe('notAllowed')
    expect(await refusalOf(open, auditor, { accountId, direction: 'sell', scope: 'all' })).toBe('notAllowed')
  })

  it('can be discarded, and a sheet without versions goes with it', async () => {
    const { keeper, versionId, accountId } = await withDraft()
    await done(discard, keeper, { versionId })
    const tab = await ask(accountTerms, keeper, { accountId }, noon(startDay))
    expect(tab.sheets).toEqual([])
    expect(await refusalOf(open, keeper, { accountId, direction: 'sell', scope: 'all' })).toBeNull()
  })
})

describe('submitting', () => {
  it.each([
    ['factor', { factors: [] }],
    ['reason', { reason: '' }],
    ['condition', { condition: '' }],
  ])('is refused while a departure lacks its %s', async (_, lacking) => {
    const { keeper, versionId } = await withDraft()
    await done(setTerm, keeper, { versionId, code: 'paymentDays', value: net(75), ...grounds, ...lacking })
    expect(await refusalOf(submit, keeper, { versionId })).toBe('terms.notReady')
  })

  it('accepts "unconditional" and counts it', async () => {
    const { keeper, versionId } = await withDraft()
    await done(setTerm, keeper, {
      versionId,
      code: 'paymentDays',
      value: net(75),
      ...grounds,
      condition: '',
      unconditional: 'true',
    })
    expect(await refusalOf(submit, keeper, { versionId })).toBeNull()
    expect((await look(keeper, versionId)).sum.unconditional).toBe(1)
  })

  it('is refused while an additional fee lacks item, purpose, basis or reference', async () => {
    const { keeper, versionId } = await withDraft()
    const fee = { versionId, code: 'displayFee', value: { number: '3000', times: '12' }, ...grounds }
    await done(setTerm, keeper, { ...fee, feeItem: '端架陳列', feePurpose: '新品曝光', feeAmountBasis: '每店每檔' })
    expect(await refusalOf(submit, keeper, { versionId })).toBe('terms.notReady')
    await done(setTerm, keeper, {
      ...fee,
      feeItem: '端架陳列',
      feePurpose: '新品曝光',
      feeAmountBasis: '每店每檔',
      feeReference: '115 年合約第 6 條',
    })
    expect(await refusalOf(submit, keeper, { versionId })).toBeNull()
  })

  it('is refused when nobody says when they pay', async () => {
    const scene = await aScene()
    const versionId = await aDraft(scene, { annualRebate: { number: '2' } })
    expect(await refusalOf(submit, scene.keeper, { versionId })).toBe('terms.paymentMissing')
  })

  it('approves at once within authority, and waits for lead and finance beyond 60 days', async () => {
    const within = await withDraft({ annualRebate: { number: '2' } })
    expect((await done(submit, within.keeper, { versionId: within.versionId })).state).toBe('approved')
    const beyond = await withDraft()
    expect((await done(submit, beyond.keeper, { versionId: beyond.versionId })).state).toBe('pending')
    expect((await look(beyond.keeper, beyond.versionId)).state).toBe('proposed')
    await consentOfAll(beyond)
    expect((await look(beyond.keeper, beyond.versionId)).state).toBe('internallyApproved')
  })

  it('twice is refused with where it stands, and can be withdrawn', async () => {
    const { keeper, versionId } = await withDraft()
    await done(submit, keeper, { versionId })
    expect(await refusalOf(submit, keeper, { versionId })).toBe('terms.at_proposed')
    expect(await refusalOf(discard, keeper, { versionId })).toBe('terms.at_proposed')
    await done(withdraw, keeper, { versionId })
    expect((await look(keeper, versionId)).state).toBe('draft')
    expect(await refusalOf(withdraw, keeper, { versionId })).toBe('terms.at_draft')
  })

  it('lets nobody approve what was edited after they looked, and says what changed', async () => {
    const { keeper, lead, versionId } = await withDraft()
    await done(submit, keeper, { versionId })
    const [run] = await owner()<{ id: string; content_hash: string }[]>`
      select id, content_hash from approval_runs where subject_id = ${versionId}`
    await done(setTerm, keeper, { versionId, code: 'paymentDays', value: net(90), ...grounds })
    const consent = { runId: run?.id, decision: 'approve', contentHash: run?.content_hash }
    const result = await perform(decide, lead, consent)
    if (result.ok) throw new Error('it was approved')
    expect(result.refusal.code).toBe('approvals.changedSinceIn')
    expect(JSON.stringify(result.refusal.params)).toContain('月結天數')
    expect(JSON.stringify(result.refusal.params)).not.toContain('年度獎勵')
  })

  it('asks again after a change: what was approved counts no more', async () => {
    const scene = await withDraft()
    const { keeper, versionId } = scene
    await approved(scene, versionId)
    await done(setTerm, keeper, { versionId, code: 'paymentDays', value: net(90), ...grounds })
    expect((await look(keeper, versionId)).state).toBe('draft')
    expect(await refusalOf(issueOutline, keeper, { versionId, language: 'zh-TW' })).toBe('terms.notApproved')
  })
})

describe('the client confirms', () => {
  it('only what is approved', async () => {
    const scene = await withDraft()
    const filed = {
      versionId: scene.versionId,
      language: 'zh-TW',
      method: 'meeting',
      answeredOn: startDay,
      note: '當場',
    }
    expect(await refusalOf(fileConfirmation, scene.keeper, filed, noon(startDay))).toBe('terms.notApproved')
  })

  it('and the version is in force from its first day on, with evidence for whoever drafted it', async () => {
    const scene = await withDraft()
    await approved(scene, scene.versionId)
    expect(await confirmed(scene, scene.versionId)).toMatchObject({ recorded: true })
    expect((await look(scene.keeper, scene.versionId)).state).toBe('customerConfirmed')
    expect((await look(scene.keeper, scene.versionId, noon('2026-11-23'))).state).toBe('inForce')
    const rows = await evidenceOf(scene.keeper, 'KRM-2.4', scene.accountId)
    expect(rows).toMatchObject([
      { indicator: 'KRM-2.4', memberId: scene.keeper.id, subjectId: scene.versionId, day: startDay },
    ])
  })

  it('and nothing of that version changes any more', async () => {
    const scene = await withDraft()
    await approved(scene, scene.versionId)
    await confirmed(scene, scene.versionId)
    const change = { versionId: scene.versionId, code: 'priceNotice', value: { number: '30' }, ...grounds }
    expect(await refusalOf(setTerm, scene.keeper, change, noon(startDay))).toBe('terms.at_customerConfirmed')
    expect(await refusalOf(edit, scene.keeper, { versionId: scene.versionId }, noon('2026-11-24'))).toBe(
      'terms.at_inForce',
    )
  })

  it('or objects: it stays approved and is not recorded', async () => {
    const scene = await withDraft()
    await approved(scene, scene.versionId)
    const filed = {
      versionId: scene.versionId,
      language: 'zh-TW',
      method: 'meeting',
      answeredOn: startDay,
      note: '太長',
      outcome: 'objected',
    }
    expect(await done(fileConfirmation, scene.keeper, filed, noon(startDay))).toMatchObject({ recorded: false })
    expect((await look(scene.keeper, scene.versionId)).state).toBe('internallyApproved')
  })
})

describe('versions', () => {
  async function threeVersions() {
    const scene = await withDraft()
    await approved(scene, scene.versionId)
    await confirmed(scene, scene.versionId)
    const { sheetId } = await look(scene.keeper, scene.versionId)
    const next = await done(
      draft,
      scene.keeper,
      { sheetId, kind: 'temporary', validFrom: '2027-01-01', validTo: '2027-01-31' },
      noon('2026-12-01'),
    )
    await done(
      setTerm,
      scene.keeper,
      { versionId: next.versionId, code: 'paymentDays', value: net(90), ...grounds },
      noon('2026-12-01'),
    )
    await approved(scene, next.versionId, noon('2026-12-01'))
    await confirmed(scene, next.versionId, noon('2026-12-02'))
    return { ...scene, sheetId, nextId: next.versionId }
  }

  it('begin with what is agreed, one draft at a time', async () => {
    const scene = await threeVersions()
    const { keeper, sheetId, nextId, versionId } = scene
    const otherSheet = await aDraft(scene, {}, { direction: 'buy' })
    await expect(ask(compareVersions, keeper, { versionId: nextId, withId: otherSheet })).rejects.toThrow()
    const change = await ask(compareVersions, keeper, { versionId: nextId, withId: versionId })
    expect(change.rows.map(({ code, was, now }) => [code, was, now])).toEqual([
      ['paymentDays', '發票日後 75 天', '發票日後 90 天'],
    ])
    await done(draft, keeper, { sheetId, kind: 'amendment' }, noon('2026-12-03'))
    expect(await refusalOf(draft, keeper, { sheetId, kind: 'amendment' }, noon('2026-12-03'))).toBe('terms.draftExists')
    expect(await refusalOf(draft, keeper, { sheetId, kind: 'temporary' }, noon('2026-12-03'))).toBe('terms.draftExists')
  })

  it('end and resume, and answer what was known when', async () => {
    const { keeper, accountId } = await threeVersions()
    const ask2 = async (validOn: string, knownOn?: string) =>
      (await ask(asOf, keeper, { accountId, validOn, knownOn }, noon('2027-03-01'))).sheets.map(({ number }) => number)
    expect(await ask2('2026-11-22')).toEqual([])
    expect(await ask2('2026-12-15')).toEqual([1])
    expect(await ask2('2027-01-15')).toEqual([2])
    expect(await ask2('2027-01-15', '2026-12-01')).toEqual([1])
    expect(await ask2('2027-02-01')).toEqual([1])
  })

  it('cannot overlap in the database', async () => {
    const { workspace, sheetId, versionId } = await threeVersions()
    const sql = owner()
    await expect(
      sql`insert into term_timeline (workspace_id, id, sheet_id, version_id, from_day)
        values (${workspace.id}, gen_random_uuid(), ${sheetId}, ${versionId}, '2026-12-01')`,
    ).rejects.toThrow(/term_timeline_no_overlap/)
  })

  it('a temporary one needs a last day, and none ends before it begins', async () => {
    const scene = await withDraft()
    await approved(scene, scene.versionId)
    await confirmed(scene, scene.versionId)
    const { sheetId } = await look(scene.keeper, scene.versionId)
    expect(await refusalOf(draft, scene.keeper, { sheetId, kind: 'temporary' })).toBe('terms.temporaryNeedsEnd')
    const wrong = { sheetId, kind: 'amendment', validFrom: '2027-02-01', validTo: '2027-01-01' }
    expect(await refusalOf(draft, scene.keeper, wrong)).toBe('terms.endsBeforeItBegins')
  })
})

describe('the list of sheets', () => {
  it('filters by state as the pages show it', async () => {
    const scene = await withDraft()
    const states = async (state: string, now = noon(startDay)) =>
      (await ask(list, scene.lead, { state }, now)).rows.map((row) => row.state)
    expect(await states('draft')).toEqual(['draft'])
    expect(await states('inForce,proposed')).toEqual([])
    await done(submit, scene.keeper, { versionId: scene.versionId }, noon(startDay))
    expect(await states('proposed')).toEqual(['proposed'])
    await consentOfAll(scene)
    expect(await states('internallyApproved')).toEqual(['internallyApproved'])
    await confirmed(scene, scene.versionId)
    expect(await states('customerConfirmed')).toEqual(['customerConfirmed'])
    expect(await states('inForce', noon('2026-11-23'))).toEqual(['inForce'])
  })

  it('shows nothing of restricted accounts to those who may not see them', async () => {
    const scene = await withDraft()
    await owner()`update accounts set restricted = true where id = ${scene.accountId}`
    expect((await ask(list, scene.colleague, {})).rows).toEqual([])
    expect(await refusalOf(submit, scene.colleague, { versionId: scene.versionId })).toBe('notFound')
    expect((await ask(list, scene.keeper, {})).rows.length).toBe(1)
  })
})

describe('buying', () => {
  it('turns the sign: longer payment and a rebate are our gain', async () => {
    const scene = await aScene()
    await aStandard(scene, standardTerms, { direction: 'buy' })
    const versionId = await aDraft(scene, special, { direction: 'buy' })
    await done(edit, scene.keeper, { versionId, basisSales: '12000000', basisSource: '採購實績' })
    expect(Number((await look(scene.keeper, versionId)).sum.total)).toBeCloseTo(-149589.04, 2)
  })
})
