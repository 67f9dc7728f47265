import type { Look } from '@/lib/kernel/command'
import { nothingToCheck, type PackageCheck } from '@/lib/modules/pricing/model-package'
import { findPackageCheck, type NamedPrice } from '@/lib/modules/pricing/queries-package'
import { findAgreedTerms, findWholeSheet } from '@/lib/modules/terms/queries-agreed'
import type { OfferValue, OfferValues } from './model-issues'
import type { Issue } from './model-table'
import type { FoundNegotiation } from './queries-held'
import { findIssues } from './queries-table'
import { isDecimal } from './rules'
import { statedIn } from './rules-issues'

type Negotiation = FoundNegotiation['negotiation']

/** Against which terms a package is held: the version that was talked about, else the one in force. */
export async function findAbout(look: Look, negotiation: Negotiation) {
  const { accountId, direction, currency, baseVersionId } = negotiation
  const sheet = baseVersionId ? null : await findWholeSheet(look, { accountId, direction })
  return { accountId, direction, currency, versionId: baseVersionId ?? sheet?.versionId ?? null }
}

/**
 * SECRET, for commands: what the pricing policy says of what an offer settles (P02), with margin and floors whoever acts.
 * Buying, and where nothing that costs is settled, there is nothing to check.
 */
export async function findPolicyCheck(
  look: Look,
  negotiation: Negotiation,
  values: OfferValues,
): Promise<PackageCheck> {
  if (negotiation.direction === 'buy') return nothingToCheck
  const issues = new Map((await findIssues(look, negotiation.id)).map((issue) => [issue.key, issue]))
  const stated = statedIn(values).flatMap(([key, value]) => {
    const issue = issues.get(key)
    return issue ? [{ issue, value }] : []
  })
  const prices = stated.flatMap(({ issue, value }) => priceIn(issue, value) ?? [])
  const settled = stated.flatMap(({ issue, value }) =>
    issue.termCode ? [{ code: issue.termCode, said: saidIn(issue, value) }] : [],
  )
  if (prices.length === 0 && settled.length === 0) return nothingToCheck
  const { facts, burden, counts } = await findAgreedTerms(look, await findAbout(look, negotiation), settled)
  const fact = (name: string) => (counts && typeof facts[name] === 'string' ? facts[name] : null)
  const terms = {
    settles: counts,
    costPerYear: burden,
    discountPct: fact('discountPct'),
    paymentDays: fact('paymentDays'),
  }
  const { accountId, currency } = negotiation
  return findPackageCheck(look, { accountId, currency, prices, terms })
}

function priceIn({ productId, unit }: Issue, value: OfferValue): NamedPrice | null {
  if (productId === null || typeof value !== 'string' || !isDecimal(value)) return null
  return /[%％]/.test(unit ?? '') ? { productId, discountPct: value } : { productId, price: value }
}

const saidIn = ({ kind, options }: Issue, value: OfferValue) =>
  kind === 'ordinal' ? (options.find(({ key }) => key === value)?.label ?? value) : value
