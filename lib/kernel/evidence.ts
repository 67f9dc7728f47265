import type { Look } from './command'

/** One fact that demonstrates a performance indicator: whose it is, which record shows it, on which day. */
export type EvidenceRow = {
  indicator: string
  memberId: string
  subjectKind: string
  subjectId: string
  day: string
}

/** Which facts of a module demonstrate an indicator. Evidence appears from real work; nobody types it. */
export type EvidenceRule = {
  indicator: string
  run: (look: Look, about: { accountId?: string; memberId?: string }) => Promise<EvidenceRow[]>
}
