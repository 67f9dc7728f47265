import { termSheets, termVersions } from '@/db/schema/terms'
import { digestOf } from '@/lib/kernel/canonical'
import type { Work } from '@/lib/kernel/command'
import { Refusal } from '@/lib/kernel/refusal'
import { changeRow, lockRow } from '@/lib/kernel/write'
import { touchApproval } from '@/lib/modules/approvals/commands'
import { revokeLinks } from '@/lib/modules/links/commands'
import { openEnd } from './model'
import type { Aspect } from './model-catalogue'
import { findBasis } from './queries-basis'
import {
  type DepartureRow,
  type FoundVersion,
  findDepartures,
  findStandard,
  findVersion,
  valuesOf,
} from './queries-held'
import { findServed, type Served } from './queries-needs'
import { findState, subjectKind } from './queries-state'
import { findApprovalContent } from './queries-submission'
import { mustBeOpen, mustMayDraft } from './rules'
import { differencesOf, laidOver } from './rules-difference'

/** The version and its sheet, locked in this order for everybody, for whoever may draft the account's terms. */
export async function holdVersion(work: Work, versionId: string): Promise<FoundVersion> {
  const seen = await findVersion(work, versionId)
  await lockRow(work, termSheets, seen.sheet.id)
  const found = await findVersion(work, versionId)
  mustMayDraft(work.actor, found.account)
  return found
}

/** The same, for a version that may still change. */
export async function holdOpenVersion(work: Work, versionId: string): Promise<FoundVersion> {
  const found = await holdVersion(work, versionId)
  mustBeOpen((await findState(work, found.version)).state)
  return found
}

type Hashed = Pick<FoundVersion, 'version' | 'sheet'> & {
  standardHash: string | null
  departures: readonly DepartureRow[]
  served: readonly Pick<Served, 'departureId' | 'needId'>[]
}

/** The hash of what a version says and rests on; who approves or confirms binds themselves to it. */
export const contentHashOf = ({ version, sheet, standardHash, departures, served }: Hashed) =>
  digestOf({
    direction: sheet.direction,
    scope: [sheet.scope, sheet.scopeName],
    period: [version.validFrom, version.validTo, version.kind],
    standard: standardHash,
    terms: [...departures]
      .sort((a, b) => (a.code < b.code ? -1 : 1))
      .map((each) => ({
        code: each.code,
        value: each.valueKey,
        factors: [...each.factors].sort(),
        reason: each.reason,
        condition: each.condition,
        unconditional: each.unconditional,
        ...foundation(each, served),
        fee: [each.feeItem, each.feePurpose, each.feeAmountBasis, each.feeReference, each.feeEvent, each.feeBenefit],
      })),
  })

/** The file that proves a departure and the needs that it serves, where it has any. */
function foundation({ id, evidenceId }: DepartureRow, served: Hashed['served']) {
  const needIds = served.filter(({ departureId }) => departureId === id).map(({ needId }) => needId)
  return {
    ...(evidenceId ? { evidence: evidenceId } : {}),
    ...(needIds.length > 0 ? { needs: needIds.toSorted() } : {}),
  }
}

/**
 * After a version changed: compares it with the standard that holds on its first day, keeps its hash and what lists show.
 * When approvals were asked for, exactly those of the touched aspects are asked again, and links to it count no more.
 */
export async function keepVersion(work: Work, versionId: string, touched: readonly Aspect[]) {
  const found = await findVersion(work, versionId)
  const { version, sheet, account } = found
  const [standard, departures] = await Promise.all([
    findStandard(work, sheet.direction, account.segment, version.validFrom),
    findDepartures(work, [versionId]),
  ])
  const served = await findServed(
    work,
    departures.map(({ id }) => id),
  )
  const basis = await findBasis(work, found)
  const base = standard?.content ?? {}
  const { differences, total } = differencesOf(base, laidOver(base, valuesOf(departures)), basis, sheet.direction)
  const contentHash = contentHashOf({ version, sheet, standardHash: standard?.contentHash ?? null, departures, served })
  const { version: after } = await changeRow(
    work,
    termVersions,
    { id: versionId },
    { contentHash, standardId: standard?.id ?? null },
  )
  await changeRow(
    work,
    termSheets,
    { id: sheet.id },
    {
      latestId: versionId,
      departures: differences.length,
      unconditional: departures.filter(({ unconditional }) => unconditional).length,
      yearlyCost: total.toFixed(4),
      endsOn: version.validTo ?? openEnd,
      changedAt: work.now,
    },
  )
  if (contentHash !== version.contentHash && version.contentHash !== '') await askAgain(work, versionId, touched)
  return { versionId, version: after, accountId: account.id }
}

async function askAgain(work: Work, versionId: string, touched: readonly Aspect[]) {
  const about = { subjectKind, subjectId: versionId }
  const { run } = await findState(work, (await findVersion(work, versionId)).version)
  if (run?.state !== 'pending' && run?.state !== 'approved') return
  const { contentHash, facts, lines, totals } = await findApprovalContent(work, versionId)
  await work.call(touchApproval, { ...about, contentHash, facts, lines, totals, touched: [...touched] })
  await work.call(revokeLinks, about)
}

/** The row of a departure that is of this version; refused when it is of another. */
export function mustBeOf<Row extends { code: string }>(rows: readonly Row[], code: string): Row {
  const row = rows.find((each) => each.code === code)
  if (!row) throw new Refusal('notFound')
  return row
}
