import type { priceRules } from '@/db/schema/pricing'
import { digestOf } from '@/lib/kernel/canonical'
import { plain } from '@/lib/kernel/exact'
import type { Action, Rule, StackMode } from './model'
import type { ExceptionContent } from './rules-exceptions'
import type { Formula } from './rules-formula'
import type { ScheduleType, Tier } from './rules-tiers'

type Row = typeof priceRules.$inferSelect

/** A rule as it is calculated with, from its row. */
export const ruleFromRow = (row: Row): Rule => ({
  id: row.id,
  name: row.name,
  level: 'rule',
  accountId: row.accountId,
  segment: row.segment,
  channel: row.channel,
  productId: row.productId,
  categoryId: row.categoryId,
  fromDay: row.fromDay,
  toDay: row.toDay,
  minQuantity: plain(row.minQuantity),
  priority: row.priority,
  stackGroup: row.stackGroup,
  stackMode: row.stackMode as StackMode | null,
  ...actionFromRow(row),
})

function actionFromRow(row: Row): Action {
  if (row.action === 'fixed')
    return { action: 'fixed', price: plain(row.fixedPrice ?? '0'), currency: row.currency ?? '' }
  if (row.action === 'formula') return { action: 'formula', formula: row.formula as Formula, currency: row.currency }
  if (row.action === 'schedule')
    return { action: 'schedule', schedule: row.schedule as ScheduleType, tiers: row.tiers as Tier[] }
  return { action: 'discount', discountPct: plain(row.discountPct ?? '0') }
}

/** The columns of an action; those of other actions are empty. */
export const actionColumns = (action: Action) => ({
  action: action.action,
  discountPct: action.action === 'discount' ? action.discountPct : null,
  fixedPrice: action.action === 'fixed' ? action.price : null,
  formula: action.action === 'formula' ? action.formula : null,
  schedule: action.action === 'schedule' ? action.schedule : null,
  tiers: action.action === 'schedule' ? action.tiers : null,
  currency: action.action === 'fixed' || action.action === 'formula' ? action.currency : null,
})

const plainOrNull = (value: string | null) => (value === null ? null : plain(value))

/** What consent to an exception is bound to. */
export const exceptionHashOf = (exception: ExceptionContent) =>
  digestOf({
    accountId: exception.accountId,
    productId: exception.productId,
    kind: exception.kind,
    price: plainOrNull(exception.price),
    discountPct: plainOrNull(exception.discountPct),
    currency: exception.currency,
    quantityCap: plainOrNull(exception.quantityCap),
    fromDay: exception.fromDay,
    toDay: exception.toDay,
  })
