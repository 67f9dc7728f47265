import { negotiationStakes } from '@/db/schema/negotiations'
import { command, type Work } from '@/lib/kernel/command'
import { plain } from '@/lib/kernel/exact'
import { Refusal } from '@/lib/kernel/refusal'
import { changeRow, insertRows } from '@/lib/kernel/write'
import { changeEach } from '@/lib/kernel/write-each'
import { onTheTable } from './commands-issues'
import { keepMandate } from './commands-mandate-upkeep'
import { holdSecretly, keepNegotiation } from './commands-upkeep'
import { rankInput, type Stake, setStakesInput, type TypedStake } from './model-stakes'
import { findIssues, findStakes } from './queries-table'
import { mustBeNegotiable, not } from './rules-editing'
import { filledIn, mustNotOverwrite, rankingOf, readStakes, versionOfSheet, type Worth } from './rules-stakes'
import { mustNotContradict } from './rules-table'
import { weightsByRanking } from './rules-weights'

/**
 * Says what issues are worth to us, and what we believe of the other side; for the mandate group alone. A sheet may be half
 * filled, but not contradict itself. Lines that somebody else changed meanwhile are merged or refused field by field.
 */
export const setStakes = command({
  name: 'negotiations.setStakes',
  ...onTheTable,
  input: setStakesInput,
  async run(work, { negotiationId, version, stakes: typed }) {
    const held = await holdTable(work, negotiationId)
    const { issues, stakes } = held
    const read = readStakes(typed, issues)
    mustNotContradict(
      issues
        .flatMap((issue) => {
          const at = typed.findIndex(({ issueId }) => issueId === issue.id)
          const worth = read[at]
          return worth ? [{ at, issue, stake: { ...worth, id: '', version: 0, issueId: issue.id } as Stake }] : []
        })
        .sort((a, b) => a.at - b.at),
    )
    const alone = version === versionOfSheet(stakes)
    await keepAll(work, held, typed, read, alone)
    await keepMandate(work, held.negotiation)
    await keepNegotiation(work, negotiationId)
    return { negotiationId, version: versionOfSheet(await findStakes(work, negotiationId)) }
  },
})

async function holdTable(work: Work, negotiationId: string) {
  const { negotiation, account } = await holdSecretly(work, negotiationId)
  mustBeNegotiable(negotiation)
  const [issues, stakes] = await Promise.all([findIssues(work, negotiationId), findStakes(work, negotiationId)])
  return { negotiation, negotiationId, accountId: account.id, issues, stakes }
}
type HeldTable = Awaited<ReturnType<typeof holdTable>>

/** Lines that are new or as they were seen are written at once; one that changed meanwhile is merged, or refused by field. */
async function keepAll(
  work: Work,
  held: HeldTable,
  typed: readonly TypedStake[],
  read: readonly Worth[],
  alone: boolean,
) {
  const { negotiationId, accountId, stakes } = held
  const lines = typed.flatMap(({ issueId, version }, index) => {
    const [worth, before] = [read[index], stakes.get(issueId)]
    return worth ? [{ index, issueId, worth, before, seen: version }] : []
  })
  const isStale = ({ before, seen }: (typeof lines)[number]) => !alone && before && before.version !== seen
  const fresh = lines.filter(({ before }) => !before)
  await insertRows(
    work,
    negotiationStakes,
    fresh.map(({ issueId, worth }) => ({ negotiationId, accountId, issueId, ...worth })),
  )
  await changeEach(
    work,
    negotiationStakes,
    lines.flatMap((line) => (line.before && !isStale(line) ? [{ id: line.before.id, ...line.worth }] : [])),
  )
  for (const line of lines) if (line.before && isStale(line)) await merge(work, held, { ...line, before: line.before })
}

type Seen = { index: number; worth: Worth; before: Stake; seen: number }

async function merge(work: Work, { stakes }: HeldTable, { index, worth, before, seen }: Seen) {
  const patch = seen === 0 ? filledIn(worth) : worth
  try {
    if (seen === 0) mustNotOverwrite(before, patch)
    await changeRow(work, negotiationStakes, { id: before.id, version: Math.max(seen, 1) }, patch)
  } catch (refusal) {
    if (!(refusal instanceof Refusal) || refusal.code !== 'changedMeanwhile') throw refusal
    const fields = Object.entries(refusal.fields).map(([field, said]) => [`stakes.${index}.${field}`, said] as const)
    throw new Refusal('changedMeanwhile', { version: versionOfSheet(stakes) }, Object.fromEntries(fields))
  }
}

/** Weights from a ranking, as percent that add up to about 100; issues of the same place weigh the same. N09. */
export const rankIssues = command({
  name: 'negotiations.rankIssues',
  ...onTheTable,
  input: rankInput,
  async run(work, { negotiationId, places }) {
    const held = await holdTable(work, negotiationId)
    const ranking = rankingOf(places, held.issues)
    if (ranking.length === 0) throw not('placeMissing')
    const weights = weightsByRanking(ranking)
    const lines = [...weights].map(([issueId, share]) => ({
      before: held.stakes.get(issueId),
      part: { negotiationId, accountId: held.accountId, issueId },
      weight: plain(share.times(100).toDecimalPlaces(4)),
    }))
    const fresh = lines.filter(({ before }) => !before)
    await insertRows(
      work,
      negotiationStakes,
      fresh.map(({ part, weight }) => ({ ...part, weight })),
    )
    const known = lines.flatMap(({ before, weight }) => (before ? [{ id: before.id, weight }] : []))
    await changeEach(work, negotiationStakes, known)
    await keepMandate(work, held.negotiation)
    await keepNegotiation(work, negotiationId)
    return { negotiationId }
  },
})
