import { termDepartures, termSheets, termVersions } from '@/db/schema/terms'
import { command, type Work } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { changeRow, changeRows, insertRow, insertRows, lockRow } from '@/lib/kernel/write'
import { withdrawApproval } from '@/lib/modules/approvals/commands'
import { revokeLinks } from '@/lib/modules/links/commands'
import { copyNeeds, leaveNeeds } from './commands-needs'
import { holdOpenVersion, holdVersion, keepVersion } from './commands-upkeep'
import { may } from './manifest'
import { messages } from './messages'
import { draftInput, editInput, openInput, versionRef } from './model'
import {
  findAccountPart,
  findDepartures,
  findLastNumber,
  findOpenVersion,
  findSameScope,
  findSheet,
  findTimeline,
  findVersionsOf,
} from './queries-held'
import { findState, subjectKind } from './queries-state'
import { firstDayOf, mustBePeriod, mustMayDraft, scopeNameOf } from './rules'
import { no } from './rules-values'

export const drafts = {
  permission: may.draft,
  messages,
  refreshes: ['/accounts/[accountId]/terms', '/accounts/[accountId]/terms/[versionId]', '/terms'],
}
const today = ({ now, actor }: Work) => dayOf(now, actor.timeZone)

/** Opens the sheet of an account for one direction and scope, with a first draft that follows the standard. */
export const open = command({
  name: 'terms.open',
  ...drafts,
  input: openInput,
  async run(work, { accountId, direction, scope, scopeName, validFrom, validTo, note }) {
    mustMayDraft(work.actor, await findAccountPart(work, accountId))
    const about = { accountId, direction, scope, scopeName: scopeNameOf(scope, scopeName) }
    if (await findSameScope(work, about)) throw no('sheetExists', {}, { direction: { code: 'sheetExists' } })
    const period = { kind: 'original' as const, validFrom: firstDayOf(validFrom, today(work)), validTo }
    mustBePeriod(period)
    const sheet = await insertRow(work, termSheets, { ...about, changedAt: work.now })
    return startVersion(work, { ...period, sheetId: sheet.id, accountId, number: 1, note })
  },
})

/** Drafts the next version of a sheet, beginning with what is agreed now. One draft at a time. */
export const draft = command({
  name: 'terms.draft',
  ...drafts,
  input: draftInput,
  async run(work, { sheetId, kind, validFrom, validTo, note }) {
    const { account } = await findSheet(work, sheetId)
    mustMayDraft(work.actor, account)
    await lockRow(work, termSheets, sheetId)
    if (await findOpenVersion(work, sheetId)) throw no('draftExists')
    const period = { kind, validFrom: firstDayOf(validFrom, today(work)), validTo }
    mustBePeriod(period)
    const [versions, timeline, last] = await Promise.all([
      findVersionsOf(work, [sheetId]),
      findTimeline(work, [sheetId]),
      findLastNumber(work, sheetId),
    ])
    const base = timeline.findLast(({ fromDay }) => fromDay <= period.validFrom)?.versionId ?? versions[0]?.id
    const from = versions.find(({ id }) => id === base)
    const started = await startVersion(work, {
      ...period,
      sheetId,
      accountId: account.id,
      number: last + 1,
      note,
      basisSales: from?.basisSales ?? null,
      basisSource: from?.basisSource ?? null,
    })
    await copyDepartures(work, account.id, base, started.versionId)
    return keepVersion(work, started.versionId, [])
  },
})

type NewVersion = Omit<typeof termVersions.$inferInsert, 'workspaceId' | 'contentHash' | 'draftedBy'>

async function startVersion(work: Work, version: NewVersion) {
  const { id } = await insertRow(work, termVersions, { ...version, contentHash: '', draftedBy: work.actor.id })
  return keepVersion(work, id, [])
}

async function copyDepartures(work: Work, accountId: string, fromId: string | undefined, toId: string) {
  const rows = fromId ? await findDepartures(work, [fromId]) : []
  const copies = await insertRows(
    work,
    termDepartures,
    rows.map(({ workspaceId: _, id: __, version: ___, createdAt: ____, ...row }) => ({ ...row, versionId: toId })),
  )
  const copyOf = new Map(copies.map(({ code, id }) => [code, id]))
  const pairs = rows.map(({ id, code }): [string, string] => [id, copyOf.get(code) ?? ''])
  await copyNeeds(work, accountId, new Map(pairs))
}

/** Changes when a version holds, its note, and the sales its cost is reckoned with. */
export const edit = command({
  name: 'terms.edit',
  ...drafts,
  input: editInput,
  async run(work, { versionId, version, validFrom, ...rest }) {
    const found = await holdOpenVersion(work, versionId)
    const period = { kind: found.version.kind, validFrom: validFrom ?? found.version.validFrom, validTo: rest.validTo }
    mustBePeriod(period)
    await changeRow(work, termVersions, { id: versionId, version }, { ...rest, validFrom: period.validFrom })
    return keepVersion(work, versionId, ['terms'])
  },
})

/** Takes a version back that waits for approval: it is a draft again. One that is approved becomes a draft by changing it. */
export const withdraw = command({
  name: 'terms.withdraw',
  ...drafts,
  input: versionRef,
  async run(work, { versionId }) {
    const { version, account } = await holdVersion(work, versionId)
    const { state } = await findState(work, version)
    if (state !== 'proposed') throw no(`at_${state}`)
    await work.call(withdrawApproval, { subjectKind, subjectId: versionId })
    return { versionId, accountId: account.id }
  },
})

/** Discards a draft, or an approved version that the client has not confirmed. The sheet stays with its earlier versions; a sheet that has none goes too. */
export const discard = command({
  name: 'terms.discard',
  ...drafts,
  input: versionRef,
  async run(work, { versionId }) {
    const { version, sheet, account } = await holdVersion(work, versionId)
    const { state } = await findState(work, version)
    if (state !== 'draft' && state !== 'internallyApproved') throw no(`at_${state}`)
    await work.call(revokeLinks, { subjectKind, subjectId: versionId })
    await changeRow(work, termVersions, { id: versionId }, { archivedAt: work.now })
    const departures = await findDepartures(work, [versionId])
    await leaveNeeds(
      work,
      account.id,
      departures.map(({ id }) => id),
    )
    const [before] = await findVersionsOf(work, [sheet.id])
    if (before) await keepVersion(work, before.id, [])
    else await changeRows(work, termSheets, [sheet.id], { archivedAt: work.now })
    return { versionId, accountId: account.id }
  },
})
