import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from '@/lib/kernel/refusal'
import {
  type AgreementEvent,
  type AgreementState,
  adviceEvents,
  adviceStates,
  agreementEvents,
  agreementGuards,
  agreementStates,
  isHeld,
  isOver,
  occurrenceEvents,
  occurrenceStates,
  versionEvents,
  versionGuards,
  versionStates,
} from '@/lib/modules/agreements/model-states'
import { adviceStep, adviceWays, holdsUp } from '@/lib/modules/agreements/rules-advice'
import { type Move, movedBy } from '@/lib/modules/agreements/rules-moves'
import { isOverdue, occurrenceStep, occurrenceWays } from '@/lib/modules/agreements/rules-occurrences'
import {
  type AgreementFacts,
  agreementStep,
  agreementWays,
  allowedFrom,
  stateAfter,
  unmetGuards,
  versionStep,
  versionWays,
} from '@/lib/modules/agreements/rules-states'

/** The lines of the plan: state, event, next. */
const plan: Readonly<Record<string, AgreementState>> = {
  'draft submit': 'internalReview',
  'draft cancel': 'cancelled',
  'internalReview approve': 'approved',
  'internalReview revise': 'draft',
  'internalReview cancel': 'cancelled',
  'approved sendOut': 'outForSignature',
  'approved revise': 'draft',
  'approved cancel': 'cancelled',
  'outForSignature execute': 'executed',
  'outForSignature decline': 'draft',
  'outForSignature cancel': 'cancelled',
  'executed activate': 'active',
  'executed terminate': 'terminated',
  'active suspend': 'suspended',
  'active expire': 'expired',
  'active supersede': 'superseded',
  'active terminate': 'terminated',
  'suspended resume': 'active',
  'suspended terminate': 'terminated',
}

/** Facts with which nothing is missing for any event that they are about. */
const facts: AgreementFacts = {
  today: '2027-01-01',
  ourName: '我們',
  theirName: '大安食品',
  startsOn: '2026-01-01',
  endsOn: '2026-12-31',
  ownerId: 'yvonne',
  clauses: 12,
  openVariables: 0,
  contentHash: 'a',
  approvedHash: 'a',
  openBlockingAdvice: 0,
  unapprovedDeviations: 0,
  signatories: [
    { side: 'us', part: 'signer', method: 'seal' },
    { side: 'them', part: 'signer', method: 'electronic' },
  ],
  electronicNoticeLogged: true,
  signingComplete: true,
  reason: '對方要求',
  openConditions: 0,
  pausedFrom: '2026-06-01',
  pausedUntil: '2026-06-30',
  renewedByVersion: false,
  successorHolds: true,
  noticeFileId: 'notice',
  lastDay: '2026-12-31',
  exitItemsOpen: 0,
}

const pairsOf = <State, Event>(states: readonly State[], events: readonly Event[]) =>
  states.flatMap((state) => events.map((event) => [state, event] as const))
const reached = (start: string, ways: Readonly<Record<string, object>>) => {
  const seen = new Set([start])
  for (const state of seen) for (const { to } of Object.values(ways[state] ?? {}) as { to: string }[]) seen.add(to)
  return [...seen]
}
const endsOf = (ways: Readonly<Record<string, object>>) =>
  Object.keys(ways).filter((state) => Object.keys(ways[state] ?? {}).length === 0)

describe('A02: an agreement', () => {
  it.each(pairsOf(agreementStates, agreementEvents))(
    'that is %s goes by %s where the plan says, or nowhere',
    (state, event) => {
      const next = plan[`${state} ${event}`]
      expect(stateAfter(state, event)).toBe(next ?? null)
      expect(agreementStep(state, event, facts)).toEqual(
        next ? { ok: true, to: next } : { ok: false, why: 'notHere', allowed: allowedFrom(state) },
      )
    },
  )

  it.each(Object.keys(plan).map((line) => line.split(' ') as [AgreementState, AgreementEvent]))(
    'that is %s does not go by %s while nothing is known, and names every unmet guard at once',
    (state, event) => {
      const needs = agreementWays[state][event]?.needs ?? []
      expect(agreementStep(state, event, {})).toEqual(
        needs.length > 0
          ? { ok: false, why: 'notYet', allowed: allowedFrom(state), unmet: needs }
          : { ok: true, to: plan[`${state} ${event}`] },
      )
      expect(unmetGuards(event, {})).toEqual([...needs])
      expect(unmetGuards(event, facts)).toEqual([])
    },
  )

  it.each<[string, AgreementEvent, AgreementFacts]>([
    ['partiesGiven', 'submit', { theirName: '  ' }],
    ['daysGiven', 'submit', { endsOn: '2025-12-31' }],
    ['ownerGiven', 'submit', { ownerId: null }],
    ['documentPresent', 'submit', { clauses: 0 }],
    ['textFilled', 'submit', { openVariables: 1 }],
    ['consentGiven', 'approve', { contentHash: 'b' }],
    ['adviceSettled', 'approve', { openBlockingAdvice: 1 }],
    ['deviationsApproved', 'approve', { unapprovedDeviations: 2 }],
    ['signatoriesOfBothSides', 'sendOut', { signatories: [{ side: 'us', part: 'signer', method: 'ink' }] }],
    ['noticeLogged', 'sendOut', { electronicNoticeLogged: false }],
    ['allSignedOnePaper', 'execute', { signingComplete: false }],
    ['reasonGiven', 'decline', { reason: '' }],
    ['firstDayReached', 'activate', { startsOn: '2027-01-02' }],
    ['conditionsMet', 'activate', { openConditions: 1 }],
    ['pauseDaysGiven', 'suspend', { pausedUntil: '2026-05-31' }],
    ['endPassed', 'expire', { endsOn: '2027-01-01' }],
    ['endPassed', 'expire', { endsOn: null }],
    ['notRenewed', 'expire', { renewedByVersion: true }],
    ['successorHolds', 'supersede', { successorHolds: false }],
    ['noticeProven', 'terminate', { noticeFileId: null }],
    ['lastDayGiven', 'terminate', { lastDay: null }],
    ['exitComplete', 'terminate', { exitItemsOpen: 3 }],
  ])('%s stops %s alone', (guard, event, changed) => {
    expect(unmetGuards(event, { ...facts, ...changed })).toEqual([guard])
  })

  it('has a test for every guard', () => {
    const needed = Object.values(agreementWays).flatMap((ways) => Object.values(ways).flatMap(({ needs }) => needs))
    expect([...new Set(needed)].sort()).toEqual([...agreementGuards].sort())
  })

  it('may have an open end, and no notice when nobody signs electronically', () => {
    expect(unmetGuards('submit', { ...facts, endsOn: null })).toEqual([])
    const onPaper = facts.signatories?.map((each) => ({ ...each, method: 'ink' as const })) ?? []
    expect(unmetGuards('sendOut', { ...facts, signatories: onPaper, electronicNoticeLogged: false })).toEqual([])
  })

  it('reaches an end from every state, and leaves none', () => {
    expect(agreementStates.filter(isOver)).toEqual(['expired', 'superseded', 'terminated', 'cancelled'])
    for (const state of agreementStates) expect(allowedFrom(state).length === 0).toBe(isOver(state))
    expect(agreementStates.filter(isHeld)).toEqual(['executed', 'active', 'suspended'])
    for (const state of agreementStates)
      expect(reached(state, agreementWays).some((each) => isOver(each as AgreementState))).toBe(true)
  })
})

describe('a version', () => {
  const versionPlan: Readonly<Record<string, string>> = {
    'draft submit': 'inApproval',
    'draft void': 'void',
    'inApproval approve': 'approved',
    'inApproval revise': 'draft',
    'inApproval void': 'void',
    'approved sendOut': 'outForSignature',
    'approved revise': 'draft',
    'approved void': 'void',
    'outForSignature execute': 'executed',
    'outForSignature revise': 'draft',
    'outForSignature void': 'void',
  }
  it.each(pairsOf(versionStates, versionEvents))(
    'that is %s goes by %s where the plan says, or nowhere',
    (state, event) => {
      const next = versionPlan[`${state} ${event}`]
      expect(versionStep(state, event, new Set(versionGuards))).toEqual(
        next ? { ok: true, to: next } : { ok: false, why: 'notHere', allowed: Object.keys(versionWays[state]) },
      )
    },
  )
  it('never changes once it is executed, and is void for good', () => {
    expect(endsOf(versionWays)).toEqual(['executed', 'void'])
  })
  it('is void only with a reason', () => {
    expect(versionStep('draft', 'void', new Set())).toMatchObject({ ok: false, unmet: ['reasonGiven'] })
  })
})

describe('A02: ten thousand walks of an agreement with its version', () => {
  const moves = ['submit', 'approve', 'revise', 'sendOut', 'execute', 'decline'] as const
  const isMove = (event: AgreementEvent): event is Move => (moves as readonly string[]).includes(event)
  const signed = ['executed', 'active', 'suspended', 'expired', 'superseded', 'terminated']
  const orNot = <Value>(value: Value, other: Value) =>
    fc.oneof({ weight: 4, arbitrary: fc.constant(value) }, fc.constant(other))
  const someFacts = fc.record({
    approvedHash: orNot('a', 'b'),
    openBlockingAdvice: orNot(0, 1),
    signingComplete: orNot(true, false),
    startsOn: orNot('2026-01-01', '2027-06-01'),
    reason: orNot('對方要求', ''),
    noticeFileId: orNot<string | null>('notice', null),
    successorHolds: orNot(true, false),
  })
  const someSteps = fc.array(fc.tuple(fc.boolean(), fc.nat({ max: 1000 }), someFacts), { maxLength: 40 })

  type Stand = Parameters<typeof movedBy>[0]
  function stepped(stand: Stand, event: AgreementEvent, known: AgreementFacts): Stand | null {
    if (!isMove(event)) {
      const step = agreementStep(stand.agreement, event, known)
      const version = event === 'cancel' ? 'void' : stand.version
      return step.ok ? { agreement: step.to, version } : null
    }
    try {
      return movedBy(stand, event, known)
    } catch (error) {
      if (error instanceof Refusal) return null
      throw error
    }
  }

  it('never skip consent or signing, never leave an end, and never change what was signed', () => {
    let farthest = 0
    fc.assert(
      fc.property(someSteps, (steps) => {
        let stand: Stand = { agreement: 'draft', version: 'draft' }
        let passed: AgreementEvent[] = []
        for (const [anything, which, some] of steps) {
          const able = anything || isOver(stand.agreement) ? agreementEvents : allowedFrom(stand.agreement)
          const event = able[which % able.length] ?? 'submit'
          const known = { ...facts, ...some }
          const next = stepped(stand, event, known)
          if (next === null) continue
          expect(isOver(stand.agreement)).toBe(false)
          if (!isMove(event)) expect(unmetGuards(event, known)).toEqual([])
          if (stand.version === 'executed') expect(next.version).toBe('executed')
          if (next.version === 'approved' && event === 'approve') expect(known.approvedHash).toBe(known.contentHash)
          if (next.version === 'executed' && event === 'execute') expect(known.signingComplete).toBe(true)
          passed = next.version === 'draft' ? [] : [...passed, event]
          stand = next
          expect(signed.includes(stand.agreement)).toBe(stand.version === 'executed')
          if (stand.version === 'executed')
            expect(passed.slice(0, 4)).toEqual(['submit', 'approve', 'sendOut', 'execute'])
          farthest = Math.max(farthest, passed.length)
        }
      }),
      { numRuns: 10_000 },
    )
    expect(farthest).toBeGreaterThan(5)
  })

  it('leave an agreement in force where an amendment walks, and let none walk on once it is over', () => {
    const standings = fc.constantFrom<AgreementState>(
      'executed',
      'active',
      'suspended',
      'expired',
      'superseded',
      'terminated',
    )
    fc.assert(
      fc.property(
        standings,
        fc.array(fc.tuple(fc.constantFrom(...moves), someFacts), { maxLength: 20 }),
        (agreement, steps) => {
          let stand: Stand = { agreement, version: 'draft' }
          for (const [event, some] of steps) {
            stand = stepped(stand, event, { ...facts, ...some }) ?? stand
            expect(stand.agreement).toBe(agreement)
            if (agreement === 'superseded' || agreement === 'terminated') expect(stand.version).toBe('draft')
          }
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

describe('an occurrence', () => {
  const its = {
    today: '2026-06-01',
    dueOn: '2026-06-08',
    leadDays: 7,
    evidenceRequired: true,
    evidenceGiven: true,
    ownerId: 'yvonne',
    submittedBy: 'yvonne',
    actorId: 'howard',
    reason: '停產',
    waiverApproved: true,
  } as const
  const occurrencePlan: Readonly<Record<string, string>> = {
    'scheduled fallDue': 'due',
    'scheduled waive': 'waived',
    'scheduled cancel': 'cancelled',
    'due submit': 'submitted',
    'due waive': 'waived',
    'due cancel': 'cancelled',
    'submitted accept': 'accepted',
    'submitted reject': 'due',
    'submitted waive': 'waived',
  }
  it.each(pairsOf(occurrenceStates, occurrenceEvents))(
    'that is %s goes by %s where the plan says, or nowhere',
    (state, event) => {
      const next = occurrencePlan[`${state} ${event}`]
      expect(occurrenceStep(state, event, its)).toEqual(
        next ? { ok: true, to: next } : { ok: false, why: 'notHere', allowed: Object.keys(occurrenceWays[state]) },
      )
    },
  )
  it.each([
    ['scheduled', 'fallDue', { today: '2026-05-31' }, 'leadReached'],
    ['due', 'submit', { evidenceGiven: false }, 'evidenceGiven'],
    ['submitted', 'accept', { actorId: 'yvonne' }, 'bySomebodyElse'],
    ['submitted', 'accept', { submittedBy: 'howard' }, 'bySomebodyElse'],
    ['submitted', 'reject', { reason: ' ' }, 'reasonGiven'],
    ['due', 'waive', { waiverApproved: false }, 'waiverApproved'],
  ] as const)('that is %s does not go by %s with %o', (state, event, changed, guard) => {
    expect(occurrenceStep(state, event, { ...its, ...changed })).toMatchObject({ ok: false, unmet: [guard] })
  })
  it('needs no evidence where none is required', () => {
    expect(occurrenceStep('due', 'submit', { evidenceRequired: false })).toEqual({ ok: true, to: 'submitted' })
  })
  it('is overdue from the day after its days of grace, until something is handed in', () => {
    const due = { state: 'due', dueOn: '2026-06-08', graceDays: 3 } as const
    expect(isOverdue(due, '2026-06-11')).toBe(false)
    expect(isOverdue(due, '2026-06-12')).toBe(true)
    expect(isOverdue({ ...due, state: 'submitted' }, '2026-06-12')).toBe(false)
  })
})

describe('expert advice', () => {
  const its = {
    question: '可否接受？',
    answer: '可以',
    decision: 'notFollowed',
    decisionReason: '對方不讓步',
    managerTold: true,
    reason: '已有先例',
  } as const
  const advicePlan: Readonly<Record<string, string>> = {
    'suggested request': 'requested',
    'suggested waive': 'waived',
    'suggested cancel': 'cancelled',
    'requested accept': 'accepted',
    'requested answer': 'answered',
    'requested decline': 'declined',
    'requested waive': 'waived',
    'requested cancel': 'cancelled',
    'accepted answer': 'answered',
    'accepted decline': 'declined',
    'accepted waive': 'waived',
    'accepted cancel': 'cancelled',
    'answered decide': 'decided',
    'answered waive': 'waived',
    'declined request': 'requested',
    'declined waive': 'waived',
    'declined cancel': 'cancelled',
  }
  it.each(pairsOf(adviceStates, adviceEvents))(
    'that is %s goes by %s where the plan says, or nowhere',
    (state, event) => {
      const next = advicePlan[`${state} ${event}`]
      expect(adviceStep(state, event, its)).toEqual(
        next ? { ok: true, to: next } : { ok: false, why: 'notHere', allowed: Object.keys(adviceWays[state]) },
      )
    },
  )
  it('that is not followed needs a reason and a manager who knows', () => {
    expect(adviceStep('answered', 'decide', { decision: 'notFollowed' })).toMatchObject({
      unmet: ['departureExplained', 'managerTold'],
    })
    expect(adviceStep('answered', 'decide', { decision: 'followed' })).toEqual({ ok: true, to: 'decided' })
  })
  it('is waived only with a reason', () => {
    expect(adviceStep('requested', 'waive', { reason: '' })).toMatchObject({ unmet: ['reasonGiven'] })
  })
  it('holds an approval up while it is blocking and not settled, also when it was declined', () => {
    expect(adviceStates.filter((state) => holdsUp({ state, blocking: true }))).toEqual([
      'suggested',
      'requested',
      'accepted',
      'answered',
      'declined',
    ])
    expect(adviceStates.some((state) => holdsUp({ state, blocking: false }))).toBe(false)
  })
})
