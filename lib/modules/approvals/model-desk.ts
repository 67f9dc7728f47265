import type { Money } from '@/lib/kernel/money'
import type { ActionKind, Aspect, RunState, RunStep, SubjectKind } from './model'

/** What waits for a member, as their desk lists it: in their language, moments as text. */
export type WaitingRow = {
  id: string
  runId: string
  stepId: string
  subjectKind: SubjectKind
  title: string
  accountName: string | null
  submittedBy: string
  reason: string | null
  costPerYear: string | null
  currency: string | null
  /** Null for those who may not know margins. */
  marginPct: string | null
  harmless: boolean
  contentHash: string
  /** It was submitted before with something else in it. */
  changed: boolean
  since: string
  dueAt: string | null
  onBehalfOf: string | null
}

export type MineRow = {
  id: string
  subjectKind: SubjectKind
  title: string
  accountName: string | null
  state: RunState
  costPerYear: string | null
  currency: string | null
  submittedBy: string
  submittedAt: string
  decidedAt: string | null
}

/** One difference in the reader's language. */
export type LineView = {
  key: string
  aspect: Aspect
  label: string
  standard: string | null
  was: string | null
  now: string
  costPerYear: Money | null
  detail: string | null
  why: string | null
  confidential: boolean
  /** How it differs from what was submitted last time. */
  since: 'same' | 'changed' | 'new' | 'gone'
}

export type StoryLine = {
  id: string
  decision: ActionKind
  by: string | null
  onBehalfOf: string | null
  comment: string | null
  touched: readonly Aspect[]
  saidOn: string | null
  evidence: string | null
  file: { id: string; name: string } | null
  at: Date
}

/** A run as whoever may read it sees it. */
export type RunView = {
  id: string
  subjectKind: SubjectKind
  title: string
  href: string
  accountId: string | null
  accountName: string | null
  state: RunState
  contentHash: string
  reason: string | null
  submittedBy: string
  submittedAt: Date
  costPerYear: Money | null
  value: Money | null
  marginPct: string | null
  harmless: boolean
  lines: readonly LineView[]
  hidden: number
  steps: readonly RunStep[]
  story: readonly StoryLine[]
  checklist: readonly string[]
  /** The step that the reader may decide at now, and for whom. */
  turn: { stepId: string; onBehalfOf: string | null } | null
  /** The step at which the reader is said to have agreed by word. */
  word: { stepId: string } | null
  /** Who could be said to have agreed by word, for those who may record it. */
  sayable: readonly { stepId: string; holderId: string; name: string }[]
  asked: boolean
  mayAnswer: boolean
  mayWithdraw: boolean
}

export type WordRow = {
  id: string
  runId: string
  stepId: string
  title: string
  holder: string
  recordedBy: string | null
  saidOn: string | null
  writeBy: string | null
  contentHash: string
  mayWrite: boolean
}

export type DelegationRow = {
  id: string
  from: string
  to: string
  startsAt: Date
  endsAt: Date
  endedAt: Date | null
  subjectKinds: readonly SubjectKind[] | null
  reason: string | null
  mayEnd: boolean
  state: 'coming' | 'holds' | 'over'
}
