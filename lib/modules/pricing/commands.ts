import { priceRules } from '@/db/schema/pricing'
import { command, type Work } from '@/lib/kernel/command'
import { changeRow, insertRow, lockRow } from '@/lib/kernel/write'
import { findAccount } from '@/lib/modules/accounts/queries'
import { findProduct } from '@/lib/modules/products/queries'
import { keepRuleSearchable } from './commands-held'
import { may } from './manifest'
import { messages } from './messages'
import type { Rule } from './model'
import { editRuleInput, type RuleInput, ruleRef, setRuleInput } from './model-rules'
import { findRulesOfScope, mustHaveCategory } from './queries-held'
import { actionColumns, ruleFromRow } from './queries-rows'
import { clashesOf } from './rules-clash'
import { currencyOf, scopeKeyOf } from './rules-resolution'
import { actionOf, mustBeConsistent, mustBeLive, mustEndAfterBeginning, mustNotClash } from './rules-saving'

const sets = { permission: may.setRules, messages, refreshes: ['/pricing', '/pricing/rules/[ruleId]'] }

/** Adds a price rule. Refuses one that another rule of the same rank contradicts, naming both and what they share. */
export const setRule = command({
  name: 'pricing.setRule',
  ...sets,
  input: setRuleInput,
  async run(work, input) {
    const columns = await columnsOf(work, null, input)
    const row = await insertRow(work, priceRules, { ...columns, authorId: work.actor.id })
    await keepRuleSearchable(work, row)
    return { id: row.id }
  },
})

/** Changes a rule. What was priced by it before keeps its frozen explanation. */
export const editRule = command({
  name: 'pricing.editRule',
  ...sets,
  input: editRuleInput,
  async run(work, { ruleId, version, ...input }) {
    mustBeLive(await lockRow(work, priceRules, ruleId))
    const columns = await columnsOf(work, ruleId, input)
    await keepRuleSearchable(work, await changeRow(work, priceRules, { id: ruleId, version }, columns))
    return { id: ruleId }
  },
})

export const archiveRule = command({
  name: 'pricing.archiveRule',
  ...sets,
  input: ruleRef,
  async run(work, { ruleId }) {
    const row = await lockRow(work, priceRules, ruleId)
    if (!row.archivedAt)
      await keepRuleSearchable(work, await changeRow(work, priceRules, { id: ruleId }, { archivedAt: work.now }))
    return { id: ruleId }
  },
})

/** Brings a rule back, unless another one has taken its place meanwhile. */
export const restoreRule = command({
  name: 'pricing.restoreRule',
  ...sets,
  input: ruleRef,
  async run(work, { ruleId }) {
    const row = await lockRow(work, priceRules, ruleId)
    if (!row.archivedAt) return { id: ruleId }
    await mustBeAlone(work, ruleFromRow(row))
    await keepRuleSearchable(work, await changeRow(work, priceRules, { id: ruleId }, { archivedAt: null }))
    return { id: ruleId }
  },
})

async function columnsOf(work: Work, ruleId: string | null, input: RuleInput) {
  mustBeConsistent(input)
  mustEndAfterBeginning(input.fromDay, input.toDay)
  const action = actionOf(input)
  if (input.accountId) await findAccount(work, input.accountId)
  if (input.productId) await findProduct(work, input.productId)
  if (input.categoryId) await mustHaveCategory(work, input.categoryId)
  const { name, accountId, segment, channel, productId, categoryId, fromDay, toDay, priority, note } = input
  const about = { name, accountId, segment, channel, productId, categoryId, fromDay, toDay, priority }
  const minQuantity = input.minQuantity ?? '0'
  const stackMode = input.stackGroup === null ? null : input.stackMode
  const stack = { stackGroup: input.stackGroup, stackMode }
  const rule: Rule = { ...about, minQuantity, ...stack, id: ruleId ?? '', level: 'rule', ...action }
  await mustBeAlone(work, rule)
  const scopeKey = `${scopeKeyOf(rule)}${currencyOf(rule) ?? ''}`
  return { ...about, minQuantity, ...stack, note, ...actionColumns(action), scopeKey }
}

const mustBeAlone = async (work: Work, rule: Rule) =>
  mustNotClash(rule.name, clashesOf(rule, await findRulesOfScope(work, rule)))
