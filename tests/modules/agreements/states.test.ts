import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type AgreementState,
  agreementStates,
  type VersionState,
  versionStates,
} from '@/lib/modules/agreements/model-states'
import { owner } from '@/tests/people'
import { aScene } from './scene'
import {
  aComplete,
  amendmentRoad,
  anAmendmentOf,
  contentOf,
  type EventName,
  events,
  road,
  standing,
  walk,
} from './walk-scene'

type Leads<State extends string> = Readonly<Record<State, Partial<Record<EventName, State>>>>
const inPairs = <State extends string>(leads: Leads<State>) =>
  (Object.keys(leads) as State[]).flatMap((state) =>
    (Object.entries(leads[state]) as [EventName, State][]).map(([event, to]) => [state, event, to] as const),
  )

/** Where each event leads an agreement from each state; anything else is refused. A02. */
const leads: Leads<AgreementState> = {
  draft: { edit: 'draft', submit: 'internalReview', cancel: 'cancelled' },
  internalReview: { consent: 'approved', takeBack: 'draft', cancel: 'cancelled' },
  approved: { takeBack: 'draft', sendOut: 'outForSignature', cancel: 'cancelled' },
  outForSignature: {
    ...{ signFirst: 'outForSignature', sign: 'executed' },
    ...{ decline: 'draft', recall: 'draft', cancel: 'cancelled' },
  },
  executed: {
    ...{ begin: 'active', decide: 'executed', amend: 'executed' },
    ...{ giveNotice: 'executed', endByNotice: 'terminated', goOn: 'active', runOut: 'expired' },
  },
  active: {
    ...{ suspend: 'suspended', decide: 'active', amend: 'active', supersede: 'superseded' },
    ...{ giveNotice: 'active', endByNotice: 'terminated', runOut: 'expired' },
  },
  suspended: {
    ...{ resume: 'active', goOn: 'active', decide: 'suspended', amend: 'suspended' },
    ...{ giveNotice: 'suspended', endByNotice: 'terminated', runOut: 'expired' },
  },
  expired: {},
  superseded: {},
  terminated: {},
  cancelled: {},
}

/** How the first version stands while its agreement stands so. */
const versionAt = (state: AgreementState): VersionState =>
  state === 'internalReview'
    ? 'inApproval'
    : state === 'cancelled'
      ? 'void'
      : state === 'draft' || state === 'approved' || state === 'outForSignature'
        ? state
        : 'executed'

const here = (state: AgreementState) => `here_${state}`
const at = (state: AgreementState) => `at_${versionAt(state)}`
const signing = (state: AgreementState) => `signing_${versionAt(state)}`
const closed = (state: AgreementState) =>
  ['superseded', 'terminated', 'cancelled'].includes(state) ? 'isOver' : state === 'draft' ? 'notAmendment' : 'notDraft'

/** With which sentence an event is refused where it leads nowhere; null where the product itself finds nothing to do. */
const refusals: Readonly<Record<EventName, (state: AgreementState) => string | null>> = {
  edit: closed,
  submit: at,
  settle: () => null,
  consent: () => null,
  takeBack: at,
  sendOut: signing,
  signFirst: signing,
  sign: signing,
  decline: signing,
  recall: signing,
  giveUp: closed,
  cancel: here,
  begin: () => null,
  suspend: here,
  resume: here,
  goOn: () => null,
  decide: () => 'notInForce',
  amend: () => 'notAmendable',
  supersede: here,
  giveNotice: here,
  terminate: (state) => (['executed', 'active', 'suspended'].includes(state) ? 'stepLacks' : here(state)),
  endByNotice: here,
  runOut: () => null,
}

describe('an agreement', async () => {
  const company = await aScene()
  const { agreementId: successorId } = await walk(company, await aComplete(company), road.active)
  const standingAt = async (state: AgreementState) =>
    walk(company, { ...(await aComplete(company)), successorId }, road[state])

  it.each(inPairs(leads))('that is %s goes by %s to %s', async (state, event, to) => {
    const walker = await standingAt(state)
    expect(await standing(walker)).toEqual({ agreement: state, version: versionAt(state) })
    const before = await contentOf(walker)
    expect(await events[event](company, walker)).toMatchObject({ ok: true })
    expect(await standing(walker)).toEqual({ agreement: to, version: versionAt(to) })
    expect(await contentOf(walker)).not.toBe(before)
  })

  it.each(agreementStates)(
    'that is %s goes nowhere by anything else: it says why, and nothing changes',
    async (state) => {
      const walker = await standingAt(state)
      const before = await contentOf(walker)
      const others = (Object.keys(events) as EventName[]).filter((event) => leads[state][event] === undefined)
      const said: Record<string, string | null> = {}
      for (const event of others) {
        const outcome = await events[event](company, walker)
        said[event] = outcome.ok ? null : outcome.refusal.code.replace('agreements.', '')
        expect([event, await contentOf(walker)]).toEqual([event, before])
      }
      expect(said).toEqual(Object.fromEntries(others.map((event) => [event, refusals[event](state)])))
    },
  )
})

const names = Object.keys(events) as EventName[]
const legalFrom = (state: AgreementState) => Object.keys(leads[state]) as EventName[]
const someWalk = fc.array(fc.record({ legal: fc.boolean(), which: fc.nat({ max: 1000 }) }), {
  minLength: 12,
  maxLength: 16,
})

describe('an agreement that walks at random', async () => {
  const company = await aScene()
  const { agreementId: successorId } = await walk(company, await aComplete(company), road.active)

  it('stays, or goes where the machine says; nothing that was signed changes, and what is refused changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(someWalk, async (steps) => {
        const walker = { ...(await aComplete(company)), successorId }
        for (const { legal, which } of steps) {
          const here = (await standing(walker)).agreement
          const able = legal && legalFrom(here).length > 0 ? legalFrom(here) : names
          const event = able[which % able.length] ?? 'edit'
          const [before, text] = [await contentOf(walker), await textOf(walker)]
          const outcome = await events[event](company, walker)
          const { agreement, version } = await standing(walker)
          const to = event === 'terminate' ? 'terminated' : (leads[here][event] ?? here)
          // What comes back unchanged has its consent already: settling it is enough.
          const settled = event === 'settle' && here === 'internalReview' ? ['approved'] : []
          expect([here, to, ...settled]).toContain(agreement)
          expect(version).toBe(versionAt(agreement))
          if (!outcome.ok && event !== 'sign' && event !== 'endByNotice')
            expect([event, await contentOf(walker)]).toEqual([event, before])
          if (versionAt(here) === 'executed') expect(await textOf(walker)).toBe(text)
        }
      }),
      { numRuns: process.env.ACCORD_BARS === 'full' ? 100 : 6 },
    )
  })
})

/** What the version says, and the paper that was signed. */
const textOf = async ({ agreementVersionId }: { agreementVersionId: string }) => {
  const [row] = await owner()`select content_hash, frozen_hash, executed_on::text,
    (select string_agg(c.heading || c.body, ',' order by c.id) from agreement_clauses c where c.version_id = v.id) as said
    from agreement_versions v where id = ${agreementVersionId}`
  return JSON.stringify(row)
}

/** Where each event leads an amendment; its agreement stays in force all the while. */
const amending: Leads<VersionState> = {
  draft: { edit: 'draft', submit: 'inApproval', giveUp: 'void' },
  inApproval: { consent: 'approved', takeBack: 'draft' },
  approved: { takeBack: 'draft', sendOut: 'outForSignature' },
  outForSignature: { signFirst: 'outForSignature', sign: 'executed', decline: 'draft', recall: 'draft' },
  executed: {},
  void: {},
}
const refusalsOfAmendments: Partial<Readonly<Record<EventName, (state: VersionState) => string | null>>> = {
  edit: () => 'notDraft',
  submit: (state) => `at_${state}`,
  settle: () => null,
  consent: () => null,
  takeBack: (state) => `at_${state}`,
  sendOut: (state) => `signing_${state}`,
  signFirst: (state) => `signing_${state}`,
  sign: (state) => `signing_${state}`,
  decline: (state) => `signing_${state}`,
  recall: (state) => `signing_${state}`,
  giveUp: () => 'notDraft',
}

describe('an amendment', async () => {
  const company = await aScene()
  const amended = async (state: VersionState) => {
    const first = await walk(company, await aComplete(company), road.active)
    return walk(company, await anAmendmentOf(company, first), amendmentRoad[state])
  }

  it.each(inPairs(amending))(
    'that is %s goes by %s to %s, and its agreement stays in force',
    async (state, event, to) => {
      const walker = await amended(state)
      expect(await standing(walker)).toEqual({ agreement: 'active', version: state })
      const before = await contentOf(walker)
      expect(await events[event](company, walker)).toMatchObject({ ok: true })
      expect(await standing(walker)).toEqual({ agreement: 'active', version: to })
      expect(await contentOf(walker)).not.toBe(before)
    },
  )

  it.each(versionStates)(
    'that is %s goes nowhere by anything else: it says why, and nothing changes',
    async (state) => {
      const walker = await amended(state)
      const before = await contentOf(walker)
      const tried = Object.entries(refusalsOfAmendments) as [EventName, (state: VersionState) => string | null][]
      for (const [event, refusal] of tried.filter(([each]) => amending[state][each] === undefined)) {
        const outcome = await events[event](company, walker)
        const code = outcome.ok ? null : outcome.refusal.code.replace('agreements.', '')
        expect([event, code, await contentOf(walker)]).toEqual([event, refusal(state), before])
      }
    },
  )

  it.each([
    ['draft', 'submit'],
    ['approved', 'sendOut'],
    ['outForSignature', 'sign'],
  ] as const)('that is %s when its agreement is terminated goes no further by %s', async (state, event) => {
    const walker = await walk(company, await amended(state), ['endByNotice'])
    expect(await events[event](company, walker)).toMatchObject({ ok: false, refusal: { code: 'agreements.isOver' } })
    expect(await standing(walker)).toEqual({ agreement: 'terminated', version: state })
  })

  it('that holds from a day of the term is signed late although its agreement has expired', async () => {
    const walker = await walk(company, await amended('approved'), ['runOut', 'sendOut', 'sign'])
    expect(await standing(walker)).toEqual({ agreement: 'expired', version: 'executed' })
  })

  it.each([
    ['approved', 'sendOut'],
    ['outForSignature', 'sign'],
  ] as const)('that begins after its agreement has expired and is %s goes no further by %s', async (state, event) => {
    const first = await walk(company, await aComplete(company), road.active)
    const walker = await anAmendmentOf(company, first, '2027-01-01')
    await walk(company, walker, [...amendmentRoad[state], 'runOut'])
    expect(await events[event](company, walker)).toMatchObject({ refusal: { code: 'agreements.afterTerm' } })
    expect(await standing(walker)).toEqual({ agreement: 'expired', version: state })
  })

  it('that was consented to when its agreement is terminated is not approved any more', async () => {
    const walker = await walk(company, await amended('inApproval'), ['endByNotice', 'consent'])
    expect(await standing(walker)).toEqual({ agreement: 'terminated', version: 'inApproval' })
    expect(await events.takeBack(company, walker)).toMatchObject({ ok: true })
  })
})
