import { z } from 'zod'
import { id } from '@/lib/kernel/input'
import type { IssueKind, OfferValue } from './model-issues'

export const compareInput = z.strictObject({ negotiationId: id, otherId: id })

/** An issue of one of two negotiations. `secret` is null for whoever is not in its mandate group. */
export type ComparedIssue = {
  key: string
  name: string
  kind: IssueKind
  unit: string | null
  termCode: string | null
  options: readonly { key: string; label: string }[]
  agreed: OfferValue | null
  /** What each side said last. */
  ours: OfferValue | null
  theirs: OfferValue | null
  secret: { opening: string | null; target: string | null; limit: string | null } | null
}
