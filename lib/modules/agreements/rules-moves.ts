import { refusals } from '@/lib/kernel/refusal'
import { moveMessages } from './messages-moves'
import type {
  AgreementEvent,
  AgreementGuard,
  AgreementState,
  VersionEvent,
  VersionGuard,
  VersionState,
} from './model-states'
import { versionGuards } from './model-states'
import { mustNotBeOver } from './rules-rights'
import { type AgreementFacts, agreementStep, unmetGuards, versionStep } from './rules-states'

const no = refusals('agreements', moveMessages)

/** What happens to a version, and to the agreement too while nothing of it holds yet. */
export type Move = Extract<AgreementEvent, 'submit' | 'approve' | 'revise' | 'sendOut' | 'execute' | 'decline'>

const eventOfVersion: Readonly<Record<Move, VersionEvent>> = {
  submit: 'submit',
  approve: 'approve',
  revise: 'revise',
  sendOut: 'sendOut',
  execute: 'execute',
  decline: 'revise',
}

/** Whether the agreement itself moves with its first version: as long as nothing was signed. */
const movesTogether = (state: AgreementState): boolean =>
  state === 'draft' || state === 'internalReview' || state === 'approved' || state === 'outForSignature'

type Standing = { agreement: AgreementState; version: VersionState }

/**
 * Where agreement and version stand after a move: an amendment leaves its agreement where it is, and owes the same guards.
 * Refuses with `at_…` what cannot happen from there, and names every guard that is not met. An amendment of what has ended
 * comes back to its drafter, and goes nowhere else. A02.
 */
export function movedBy(standing: Standing, move: Move, facts: AgreementFacts): Standing {
  // What is being signed comes back by recalling it: the signatures that were collected are void then.
  if (move === 'revise' && standing.version === 'outForSignature') throw no('at_outForSignature')
  const unmet = new Set(unmetGuards(move, facts))
  const met = new Set(versionGuards.filter((guard) => !unmet.has(guard)))
  const version = versionStep(standing.version, eventOfVersion[move], met as ReadonlySet<VersionGuard>)
  if (!version.ok && version.why === 'notHere') throw no(`at_${standing.version}`)
  if (move !== 'revise' && move !== 'decline') mustNotBeOver(standing.agreement)
  mustMeet([...unmet])
  const agreement = movesTogether(standing.agreement) ? agreementStep(standing.agreement, move, facts) : null
  if (!version.ok || agreement?.ok === false) throw no(`at_${standing.version}`)
  return { agreement: agreement?.to ?? standing.agreement, version: version.to }
}

/** Refuses with each guard that is not met. */
export function mustMeet(unmet: readonly AgreementGuard[]): void {
  const [first, ...others] = unmet
  if (!first) return
  throw no(
    others.length === 0 ? first : 'notYet',
    {},
    Object.fromEntries(unmet.map((guard) => [guard, { code: guard }])),
  )
}
