import { z } from 'zod'
import { id, optionalId, optionalText, text } from '@/lib/kernel/input'
import { negotiationRef } from './model'

export const evidenceKinds = [
  'salesStatistics',
  'productUsage',
  'kpi',
  'market',
  'requestLetter',
  'cost',
  'policy',
  'other',
] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export const snapshotKinds = ['salesStatistics', 'productUsage'] as const
/** Figures of our own data, frozen when they were taken. */
export type SnapshotKind = (typeof snapshotKinds)[number]
/** What people bring: words, or a file. */
export const broughtKinds = ['kpi', 'market', 'requestLetter', 'cost', 'policy', 'other'] as const

export const spans = ['3', '6', '12', '24'] as const
export const steps = ['month', 'quarter'] as const

type Grown = { net: string; before: string; growthPct: string | null }

/** Sales by month or quarter beside a year before; amounts are net and exact. */
export type SalesSnapshot = {
  of: 'salesStatistics'
  from: string
  to: string
  months: number
  step: (typeof steps)[number]
  currency: string
  rows: readonly (Grown & { name: string; from: string; to: string })[]
  total: Grown
}
/** The products bought most beside a year before. */
export type UsageSnapshot = {
  of: 'productUsage'
  from: string
  to: string
  months: number
  currency: string
  products: number
  rows: readonly (Grown & {
    productId: string
    code: string
    name: string
    unit: string
    quantity: string
    quantityBefore: string
  })[]
  others: Grown
  total: Grown
}
export type Snapshot = SalesSnapshot | UsageSnapshot

const supports = { claim: text(1000), issueId: optionalId }

export const takeInput = negotiationRef.extend({
  kind: z.enum(snapshotKinds),
  months: z.enum(spans).default('12'),
  step: z.enum(steps).default('month'),
  title: optionalText(200),
  ...supports,
})

export const bringInput = negotiationRef.extend({
  kind: z.enum(broughtKinds),
  title: text(200),
  ...supports,
  source: optionalText(300),
  note: optionalText(8000),
  /** A file of the account, or one of the actor's own uploads that becomes one. */
  fileId: optionalId,
  uploadId: optionalId,
})

export const evidenceRef = z.strictObject({ evidenceId: id })
