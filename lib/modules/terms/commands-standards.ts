import { standardTerms, termOverrides } from '@/db/schema/terms'
import { digestOf } from '@/lib/kernel/canonical'
import { command, type Work } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { Refusal } from '@/lib/kernel/refusal'
import { changeRow, insertRow, lockRow } from '@/lib/kernel/write'
import { submitForApproval, withdrawApproval } from '@/lib/modules/approvals/commands'
import { isApproved } from '@/lib/modules/approvals/model'
import { findRun } from '@/lib/modules/approvals/queries'
import { may } from './manifest'
import { messages } from './messages'
import {
  draftStandardInput,
  nameTypeInput,
  setStandardTermInput,
  standardRef,
  standardTermRef,
  submitStandardInput,
} from './model'
import { typeOf } from './model-catalogue'
import type { TermValues } from './model-values'
import { findStandard, findTypeNames } from './queries-held'
import { findLastStandard, findOpenStandard, findOverride } from './queries-standards'
import { standardKind } from './queries-state'
import { firstDayOf } from './rules'
import { factsOf, linesOf, standardTitleOf } from './rules-approval'
import { houseRatePct } from './rules-cost'
import { differencesOf } from './rules-difference'
import { no, valueFrom } from './rules-values'

const standards = {
  permission: may.setStandards,
  messages,
  refreshes: ['/terms/standards', '/terms/standards/[standardId]'],
}
const currency = 'TWD'
const today = ({ now, actor }: Work) => dayOf(now, actor.timeZone)
const hashOf = (content: object, validFrom: string) => digestOf({ content, validFrom })

/** Drafts the next standard of a segment, beginning with the one that holds. One draft at a time. */
export const draftStandard = command({
  name: 'terms.draftStandard',
  ...standards,
  input: draftStandardInput,
  async run(work, { segment, direction, validFrom, note }) {
    const about = { segment: segment ?? '', direction }
    if (await findOpenStandard(work, about)) throw no('standardDraftExists')
    const last = await findLastStandard(work, about)
    const from = firstDayOf(validFrom, today(work))
    const base = await findStandard(work, direction, about.segment, from)
    const content = base?.content ?? {}
    const { id } = await insertRow(work, standardTerms, {
      ...about,
      number: last + 1,
      validFrom: from,
      content: content as Record<string, unknown>,
      contentHash: hashOf(content, from),
      note,
      draftedBy: work.actor.id,
    })
    return { standardId: id }
  },
})

/** The draft of a standard, locked, and whether it waits for approval. */
async function holdDraft(work: Work, standardId: string) {
  const row = await lockRow(work, standardTerms, standardId)
  if (row.archivedAt) throw new Refusal('notFound')
  if (row.publishedAt) throw no('standardPublished')
  const run = await findRun(work, standardKind, standardId)
  return { row: { ...row, content: row.content as TermValues }, waits: run?.state === 'pending' }
}

async function holdChangeable(work: Work, standardId: string) {
  const { row, waits } = await holdDraft(work, standardId)
  if (waits) throw no('standardWaits')
  return row
}

async function keepContent(
  work: Work,
  standardId: string,
  version: number | undefined,
  content: TermValues,
  from: string,
) {
  const contentHash = hashOf(content, from)
  const patch = { content: content as Record<string, unknown>, contentHash }
  const after = await changeRow(work, standardTerms, { id: standardId, version }, patch)
  return { standardId, version: after.version }
}

/** Says what the standard is in one term. */
export const setStandardTerm = command({
  name: 'terms.setStandardTerm',
  ...standards,
  input: setStandardTermInput,
  async run(work, { standardId, code, version, value }) {
    const { content, validFrom } = await holdChangeable(work, standardId)
    const type = typeOf(code)
    if (!type) throw new Refusal('notFound')
    return keepContent(work, standardId, version, { ...content, [code]: valueFrom(type, value) }, validFrom)
  },
})

/** Takes a term out of the standard: nothing is said about it. */
export const removeStandardTerm = command({
  name: 'terms.removeStandardTerm',
  ...standards,
  input: standardTermRef,
  async run(work, { standardId, code }) {
    const { content, validFrom } = await holdChangeable(work, standardId)
    const rest = Object.fromEntries(Object.entries(content).filter(([each]) => each !== code))
    return keepContent(work, standardId, undefined, rest, validFrom)
  },
})

/** Puts a standard before those who must consent, as its difference from the one that holds. */
export const submitStandard = command({
  name: 'terms.submitStandard',
  ...standards,
  input: submitStandardInput,
  async run(work, { standardId, reason }) {
    const row = await holdChangeable(work, standardId)
    if (Object.keys(row.content).length === 0) throw no('versionEmpty')
    const direction = row.direction as 'sell' | 'buy'
    const before = (await findStandard(work, direction, row.segment, row.validFrom))?.content ?? {}
    const basis = { sales: null, ratePct: houseRatePct, year: Number(row.validFrom.slice(0, 4)) }
    const { differences } = differencesOf(before, row.content, basis, direction)
    const names = await findTypeNames(work)
    const { state } = await work.call(submitForApproval, {
      subjectKind: standardKind,
      subjectId: standardId,
      accountId: null,
      title: standardTitleOf(row.segment, row.number),
      href: `/terms/standards/${standardId}`,
      contentHash: row.contentHash,
      facts: factsOf(differences, [], row.content, basis),
      lines: linesOf({ differences, departures: [], unsure: [], before, currency, names }),
      totals: { costPerYear: null, marginPct: null, value: null },
      reason,
    })
    return { standardId, state }
  },
})

/** Takes a standard back that waits for approval. */
export const withdrawStandard = command({
  name: 'terms.withdrawStandard',
  ...standards,
  input: standardRef,
  async run(work, { standardId }) {
    await holdDraft(work, standardId)
    await work.call(withdrawApproval, { subjectKind: standardKind, subjectId: standardId })
    return { standardId }
  },
})

/** Publishes an approved standard: from its first day on, clients are compared with it. What they agreed to stays. */
export const publishStandard = command({
  name: 'terms.publishStandard',
  ...standards,
  input: standardRef,
  async run(work, { standardId }) {
    const { row } = await holdDraft(work, standardId)
    if (!isApproved(await findRun(work, standardKind, standardId), row.contentHash)) throw no('standardNotApproved')
    await changeRow(work, standardTerms, { id: standardId }, { publishedAt: work.now, publishedBy: work.actor.id })
    return { standardId }
  },
})

/** Discards the draft of a standard. */
export const discardStandard = command({
  name: 'terms.discardStandard',
  ...standards,
  input: standardRef,
  async run(work, { standardId }) {
    await holdChangeable(work, standardId)
    await changeRow(work, standardTerms, { id: standardId }, { archivedAt: work.now })
    return { standardId }
  },
})

/** Says what the workspace calls a kind of term, and whether it uses it. */
export const nameType = command({
  name: 'terms.nameType',
  ...standards,
  refreshes: ['/terms/catalogue'],
  input: nameTypeInput,
  async run(work, { code, ...said }) {
    const before = await findOverride(work, code)
    const row = before
      ? await changeRow(work, termOverrides, { id: before.id }, said)
      : await insertRow(work, termOverrides, { code, ...said })
    return { id: row.id }
  },
})
