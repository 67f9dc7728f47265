import { negotiationInterests, negotiationNeeds, negotiations } from '@/db/schema/negotiations'
import { command } from '@/lib/kernel/command'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { findNeedsOf } from '@/lib/modules/needs/queries-held'
import { accountTerms } from '@/lib/modules/terms/queries-pages'
import { holdAlive, prepares } from './commands-people'
import { keepNegotiation } from './commands-upkeep'
import {
  editInterestInput,
  interestInput,
  interestRef,
  moveInterestInput,
  needLinkInput,
  termsLinkInput,
  tickInput,
} from './model-preparation'
import { findInterests, findNeedLinks, findPart } from './queries-parts'
import { movedBy, mustBeNeedOfAccount, mustBeSheetOfAccount } from './rules-preparation'

/** Notes what lies behind what a side asks for, after those that are noted. */
export const addInterest = command({
  name: 'negotiations.addInterest',
  ...prepares,
  input: interestInput,
  async run(work, { negotiationId, side, ...interest }) {
    const { account } = await holdAlive(work, negotiationId)
    const ofSide = (await findInterests(work, negotiationId)).filter((each) => each.side === side)
    const priority = (ofSide.at(-1)?.priority ?? 0) + 1
    const part = { negotiationId, accountId: account.id, side, priority }
    const row = await insertRow(work, negotiationInterests, { ...part, ...interest })
    await keepNegotiation(work, negotiationId)
    return { interestId: row.id, negotiationId }
  },
})

export const editInterest = command({
  name: 'negotiations.editInterest',
  ...prepares,
  input: editInterestInput,
  async run(work, { interestId, version, ...interest }) {
    const { negotiationId } = await findPart(work, negotiationInterests, interestId)
    await holdAlive(work, negotiationId)
    const row = await changeRow(work, negotiationInterests, { id: interestId, version }, interest)
    await keepNegotiation(work, negotiationId)
    return { interestId, negotiationId, version: row.version }
  },
})

export const removeInterest = command({
  name: 'negotiations.removeInterest',
  ...prepares,
  input: interestRef,
  async run(work, { interestId }) {
    const { negotiationId } = await findPart(work, negotiationInterests, interestId)
    await holdAlive(work, negotiationId)
    await changeRow(work, negotiationInterests, { id: interestId }, { archivedAt: work.now })
    await keepNegotiation(work, negotiationId)
    return { negotiationId }
  },
})

/** Says that it counts more or less than the one beside it; at the end nothing changes. */
export const moveInterest = command({
  name: 'negotiations.moveInterest',
  ...prepares,
  input: moveInterestInput,
  async run(work, { interestId, to }) {
    const { negotiationId, side } = await findPart(work, negotiationInterests, interestId)
    await holdAlive(work, negotiationId)
    const ofSide = (await findInterests(work, negotiationId)).filter((each) => each.side === side)
    const before = ofSide.map(({ id }) => id)
    const after = movedBy(before, interestId, to)
    const moved = after.flatMap((id, index) => (before[index] === id ? [] : [{ id, priority: index + 1 }]))
    for (const { id, priority } of moved) await changeRow(work, negotiationInterests, { id }, { priority })
    await keepNegotiation(work, negotiationId)
    return { negotiationId }
  },
})

/** Says that a need of the account is on the table. */
export const linkNeed = command({
  name: 'negotiations.linkNeed',
  ...prepares,
  input: needLinkInput,
  async run(work, { negotiationId, needId }) {
    const { account } = await holdAlive(work, negotiationId)
    mustBeNeedOfAccount((await findNeedsOf(work, account.id, [needId])).length === 1)
    const known = (await findNeedLinks(work, negotiationId)).some((each) => each.needId === needId)
    if (!known) await insertRow(work, negotiationNeeds, { negotiationId, accountId: account.id, needId })
    await keepNegotiation(work, negotiationId)
    return { negotiationId }
  },
})

export const unlinkNeed = command({
  name: 'negotiations.unlinkNeed',
  ...prepares,
  input: needLinkInput,
  async run(work, { negotiationId, needId }) {
    await holdAlive(work, negotiationId)
    const linked = (await findNeedLinks(work, negotiationId)).find((each) => each.needId === needId)
    mustBeNeedOfAccount(linked !== undefined)
    if (linked) await changeRow(work, negotiationNeeds, { id: linked.id }, { archivedAt: work.now })
    await keepNegotiation(work, negotiationId)
    return { negotiationId }
  },
})

/** Says which terms hold now; without a sheet, none do. */
export const linkTerms = command({
  name: 'negotiations.linkTerms',
  ...prepares,
  input: termsLinkInput,
  async run(work, { negotiationId, termSheetId }) {
    const { negotiation, account } = await holdAlive(work, negotiationId)
    const { sheets } = termSheetId ? await accountTerms.run(work, { accountId: account.id }) : { sheets: [] }
    const sheet = sheets.find(({ id, direction }) => id === termSheetId && direction === negotiation.direction)
    mustBeSheetOfAccount(termSheetId === null || sheet !== undefined)
    const linked = { termSheetId, baseVersionId: sheet?.inForceId ?? null, changedAt: work.now }
    await changeRow(work, negotiations, { id: negotiationId }, linked)
    return { negotiationId }
  },
})

/** Ticks off what only people can tell; what is not named is open again. */
export const tick = command({
  name: 'negotiations.tick',
  ...prepares,
  input: tickInput,
  async run(work, { negotiationId, points }) {
    await holdAlive(work, negotiationId)
    const checklist = [...new Set(points)].sort()
    await changeRow(work, negotiations, { id: negotiationId }, { checklist, changedAt: work.now })
    return { negotiationId }
  },
})
