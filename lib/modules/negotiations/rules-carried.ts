import { cut } from '@/lib/kernel/cut'
import type { Locale } from '@/lib/kernel/messages'
import type { TermType } from '@/lib/modules/terms/model-catalogue'
import type { CarriedPoint } from './model-carried'
import type { Issue } from './model-table'
import { kindOfTerm } from './rules-table'

type Shape = Pick<Issue, 'name' | 'kind' | 'unit' | 'termCode' | 'productId' | 'options'>
type Named = Pick<TermType, 'code' | 'kind'> & { name: string }

/**
 * The points of an agreement as issues of the talks after it, each once: measured as at the table before, otherwise as the kind
 * of term, otherwise in words. What they came to stands beside them; limits and targets are for people to set.
 */
export function carriedIssues(
  points: readonly CarriedPoint[],
  before: readonly Issue[],
  types: readonly Named[],
  locale: Locale,
): (Shape & { key: string; carried: string | null })[] {
  const kept = new Map(points.map((point) => [point.key, point]))
  const named = new Set<string>()
  return [...kept.values()].flatMap((point) => {
    const issue = { key: point.key, carried: point.carried, ...shapeOf(point, before, types, locale) }
    if (named.has(issue.name)) return []
    named.add(issue.name)
    return [issue]
  })
}

function shapeOf(
  { key, name, termCode }: CarriedPoint,
  before: readonly Issue[],
  types: readonly Named[],
  locale: Locale,
): Shape {
  const issue = before.find((each) => each.key === key)
  if (issue) {
    const { kind, unit, productId, options } = issue
    return { name: issue.name, kind, unit, termCode: issue.termCode, productId, options }
  }
  const type = types.find(({ code }) => code === termCode)
  const words = { kind: 'text' as const, unit: null }
  const measure = type && type.kind !== 'tiers' ? kindOfTerm(type, locale) : words
  return {
    name: cut(type?.name ?? name, 120),
    ...measure,
    termCode: type?.code ?? null,
    productId: null,
    options: [],
  }
}
