import { exact } from '@/lib/kernel/exact'
import type { Locale } from '@/lib/kernel/messages'
import { Refusal } from '@/lib/kernel/refusal'
import type { TermType } from '@/lib/modules/terms/model-catalogue'
import type { IssueKind, OfferValue, OpenIssue, Scale, Valuation, ValuedIssue } from './model-issues'
import type { Stake } from './model-stakes'
import type { Issue } from './model-table'
import { isDecimal, no } from './rules'
import { scorable, type TypedIssue } from './rules-issues'

/** An issue with what it is worth; null where nobody has said so yet. */
export type Line = { issue: Pick<Issue, 'id' | 'key' | 'kind' | 'options'>; stake: Stake | null }

/** What was typed, as the rules look at it, in the order of the lines. */
export const typedIssuesOf = (lines: readonly Line[]): TypedIssue[] =>
  lines.map(({ issue, stake }) => ({
    key: issue.key,
    weight: stake?.weight ?? null,
    scale: ourScale(issue, stake),
  }))

function ourScale({ kind, options }: Line['issue'], stake: Stake | null): TypedIssue['scale'] {
  const [target, limit] = [stake?.target ?? null, stake?.limit ?? null]
  if (kind === 'numeric') return { kind, target, limit }
  if (kind === 'boolean') return { kind, wanted: stake?.wanted ?? null, required: stake?.required ?? false }
  if (kind === 'text') return { kind }
  return { kind, target, limit, options: options.map(({ key }) => ({ key, points: stake?.points[key] ?? null })) }
}

/** What keeps the issues from being scored: a sentence's code by field (`issues.0.target`), or one for all of them. */
export type Gaps = { fields: Readonly<Record<string, string>>; all: string | null }

/** The issues as the calculations want them; null with what is missing while they cannot be scored. N01. */
export function valuedIssuesOf(lines: readonly Line[]): { issues: ValuedIssue[] | null; gaps: Gaps } {
  try {
    return { issues: scorable(typedIssuesOf(lines)), gaps: { fields: {}, all: null } }
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    const fields = Object.entries(refusal.fields).map(([path, { code }]): [string, string] => [path, code])
    const all = fields.length > 0 ? null : refusal.code.slice(refusal.code.indexOf('.') + 1)
    return { issues: null, gaps: { fields: Object.fromEntries(fields), all } }
  }
}

/**
 * The issues with what can be settled on each and how both sides value it, for packages (N03); words are left out. The
 * numbers of an issue are those that `stated` names by key (offers), and steps between our target and our limit. Null while
 * the issues cannot be scored. What we believe of them is null where it is not complete.
 */
export function openIssuesOf(
  lines: readonly Line[],
  stated: ReadonlyMap<string, readonly string[]> = new Map(),
): OpenIssue[] | null {
  const { issues } = valuedIssuesOf(lines)
  if (!issues) return null
  return issues.flatMap(({ key, weight, scale }): OpenIssue[] => {
    const line = lines.find(({ issue }) => issue.key === key)
    if (!line || scale.kind === 'text') return []
    const options = optionsOf(line, scale, stated.get(key) ?? [])
    return [{ key, options, ours: { weight, scale }, theirs: theirsOf(line) }]
  })
}

function optionsOf({ issue, stake }: Line, scale: Scale, stated: readonly string[]): OfferValue[] {
  if (scale.kind === 'boolean') return [true, false]
  if (scale.kind === 'ordinal') return issue.options.map(({ key }) => key)
  const named = [stake?.opening, stake?.theirTarget, stake?.theirLimit, ...stated]
  return [
    ...stepsBetween(scale.limit, scale.target),
    ...named.flatMap((each) => (each && isDecimal(each) ? [each] : [])),
  ]
}

const steps = 4

/** Both ends and what lies evenly between them, with no more decimals than they have themselves; each once. */
export function stepsBetween(from: string, to: string): string[] {
  const places = Math.max(exact(from).decimalPlaces(), exact(to).decimalPlaces())
  const width = exact(to).minus(from).div(steps)
  const all = Array.from({ length: steps + 1 }, (_, step) =>
    exact(from).plus(width.times(step)).toDecimalPlaces(places).toFixed(),
  )
  return [...new Set(all)]
}

/** How the other side values an issue, as far as we believe to know; null while the estimate is not complete. */
export function theirsOf({ issue, stake }: Line): Valuation | null {
  if (!stake?.theirWeight) return null
  const { theirWeight: weight, theirTarget: target, theirLimit: limit, theirPoints } = stake
  const scale = theirScale(issue, target, limit, theirPoints)
  if (!scale) return null
  try {
    scorable([{ key: issue.key, weight: '1', scale }])
  } catch {
    return null
  }
  return { weight, scale: scale as Scale }
}

function theirScale(
  { kind, options }: Line['issue'],
  target: string | null,
  limit: string | null,
  points: Readonly<Record<string, string>>,
): TypedIssue['scale'] | null {
  if (kind === 'text') return null
  if (kind === 'numeric') return { kind, target, limit }
  if (kind === 'boolean') return target === null ? null : { kind, wanted: target === 'yes', required: limit === 'yes' }
  return { kind, target, limit, options: options.map(({ key }) => ({ key, points: points[key] ?? null })) }
}

const missing: readonly string[] = [
  'targetMissing',
  'limitMissing',
  'optionsMissing',
  'optionsTooFew',
  'pointsMissing',
  'wantedMissing',
  'weightMissing',
]

/**
 * A sheet may be kept half filled, but not when it contradicts itself: target and limit the same, the target below the
 * limit or no option. Refuses beside each field (`stakes.0.target`); and weights that are all there and all zero.
 */
export function mustNotContradict(lines: readonly Line[]): void {
  const { gaps } = valuedIssuesOf(lines)
  if (gaps.all) throw no(gaps.all as 'weightsAllZero')
  const wrong = Object.entries(gaps.fields).filter(([, code]) => !missing.includes(code))
  if (wrong.length === 0) return
  const fields = wrong.map(([path, code]) => [fieldOf(lines, path), { code: code as 'targetIsLimit' }] as const)
  throw no('issueInvalid', {}, Object.fromEntries(fields))
}

/** `issues.0.options.1.points` is typed as `stakes.0.points.<key of the option>`. */
function fieldOf(lines: readonly Line[], path: string): string {
  const [, index = '0', field, at, rest] = path.split('.')
  const option = lines[Number(index)]?.issue.options[Number(at)]
  return rest && option ? `stakes.${index}.points.${option.key}` : `stakes.${index}.${field}`
}

const percentOrDays: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  percent: { 'zh-TW': '%', en: '%' },
  days: { 'zh-TW': '天', en: 'days' },
  payment: { 'zh-TW': '天', en: 'days' },
  dayOfMonth: { 'zh-TW': '日', en: 'day' },
  cashDiscount: { 'zh-TW': '%', en: '%' },
}

/** How an issue about a kind of term is answered, and in what: 3 %, 60 days, NT$ for each item. */
export function kindOfTerm(type: Pick<TermType, 'kind'>, locale: Locale): { kind: IssueKind; unit: string | null } {
  if (type.kind === 'yesNo') return { kind: 'boolean', unit: null }
  if (type.kind === 'text') return { kind: 'text', unit: null }
  if (type.kind === 'tiers') return { kind: 'ordinal', unit: null }
  const unit = percentOrDays[type.kind]?.[locale] ?? (type.kind === 'quantity' ? null : 'NT$')
  return { kind: 'numeric', unit }
}

/**
 * Offers, forms and addresses name an issue or an option by this: stable, and unlike those that are there, nor like what
 * every object has of its own accord. Characters stay whole where it is cut.
 */
export function keyOf(text: string, taken: ReadonlySet<string>): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)
    .replace(/\p{Cs}$/u, '')
  const base = /^(\d*|prototype)$/.test(plain) || plain in {} ? `x${plain}` : plain
  if (!taken.has(base)) return base
  for (let number = 2; ; number++) if (!taken.has(`${base}-${number}`)) return `${base}-${number}`
}
