import { z } from 'zod'
import { agreementReaders, agreements } from '@/db/schema/agreements'
import { command, todayOf, type Work } from '@/lib/kernel/command'
import { addDays, type Day, daysBetween, formatDay } from '@/lib/kernel/day'
import { mustBeJob } from '@/lib/kernel/job'
import { saidInAll } from '@/lib/kernel/said'
import { changeRow, insertRows, lockRow } from '@/lib/kernel/write'
import { notify, settle } from '@/lib/modules/notifications/commands'
import { amends } from './commands-amendments'
import { may } from './manifest'
import { amendmentMessages } from './messages-amendments'
import { acknowledgeInput, askConcernedInput, askReadersInput } from './model-amendments'
import { findConcerned } from './queries-concerned'
import { findVersion } from './queries-held'
import { findOverdueReaders, findReaders, findTellable } from './queries-readers'
import { findSettings } from './queries-settings'
import { mustBeTellable, noAmendment } from './rules-amendments'
import { mustMayDraft } from './rules-rights'

const matter = (versionId: string) => ({ subjectKind: 'agreementVersion', subjectId: versionId })
const hrefOf = (agreementId: string) => `/agreements/${agreementId}/changes#readers`

type About = { title: string; number: number; dueOn: Day }
const said = (what: 'toldRead' | 'toldOverdue', { title, number, dueOn }: About) =>
  saidInAll(amendmentMessages, what, (locale) => ({ title, number, day: formatDay(dueOn, locale) }))

/**
 * Asks colleagues to read a version that was signed, by a day; whoever was asked before is not asked again. Refuses before it
 * is signed, and colleagues who left or may not read this agreement. BGM-4.3.
 */
export const askReaders = command({
  name: 'agreements.askReaders',
  ...amends,
  input: askReadersInput,
  async run(work, { agreementVersionId, memberIds, message, dueOn: wanted }) {
    const { agreement, account, version } = await findVersion(work, agreementVersionId)
    mustMayDraft(work.actor, account)
    const today = todayOf(work)
    const dueOn = wanted ?? addDays(today, (await findSettings(work)).acknowledgeDays)
    mustBeTellable(version.state, dueOn, today)
    const known = new Set((await findReaders(work, version.id)).map(({ memberId }) => memberId))
    const asked = [...new Set(memberIds)].filter((id) => !known.has(id))
    if (asked.length === 0) throw noAmendment('readersMissing', {}, { memberIds: { code: 'readersMissing' } })
    const tellable = new Set((await findTellable(work, { agreement, account })).map(({ id }) => id))
    if (asked.some((id) => !tellable.has(id)))
      throw noAmendment('readerUnknown', {}, { memberIds: { code: 'readerUnknown' } })
    await addReaders(work, { agreement, version }, { memberIds: asked, message, dueOn })
    return { agreementId: agreement.id, asked: asked.length }
  },
})

type Asked = { memberIds: readonly string[]; message: string | null; dueOn: Day }
type Told = Pick<Awaited<ReturnType<typeof findVersion>>, 'agreement' | 'version'>

async function addReaders(work: Work, { agreement, version }: Told, { memberIds, message, dueOn }: Asked) {
  const part = { agreementId: agreement.id, accountId: agreement.accountId, versionId: version.id }
  await insertRows(
    work,
    agreementReaders,
    memberIds.map((memberId) => ({ ...part, memberId, message, dueOn })),
  )
  await work.call(notify, {
    memberIds: memberIds.filter((id) => id !== work.actor.id),
    kind: 'agreement',
    text: said('toldRead', { title: agreement.title, number: version.number, dueOn }),
    href: hrefOf(agreement.id),
    urgent: false,
    ...matter(version.id),
    key: `agreements.read.${version.id}`,
  })
}

/**
 * Once a later version is signed, asks everybody whom its changes concern to read it, in the days that the workspace has set;
 * asking again asks only who was not asked. Only for the product itself. BGM-4.3.
 */
export const askConcerned = command({
  name: 'agreements.askConcerned',
  permission: may.keepTime,
  messages: amendmentMessages,
  input: askConcernedInput,
  async run(work, { agreementVersionId, memberIds: besides }) {
    mustBeJob(work.actor)
    const seen = await findVersion(work, agreementVersionId)
    await lockRow(work, agreements, seen.agreement.id)
    const { agreement, version } = seen
    if (version.state !== 'executed' || version.kind === 'original') return { asked: 0 }
    const known = new Set((await findReaders(work, version.id)).map(({ memberId }) => memberId))
    const memberIds = (await findConcerned(work, seen, besides)).filter((id) => !known.has(id))
    const dueOn = addDays(todayOf(work), (await findSettings(work)).acknowledgeDays)
    if (memberIds.length > 0)
      await addReaders(work, { agreement, version }, { memberIds, message: version.reason, dueOn })
    return { asked: memberIds.length }
  },
})

/** Says that one has read a version that one was asked to read; saying so twice changes nothing. C01. */
export const acknowledge = command({
  name: 'agreements.acknowledge',
  ...amends,
  permission: may.see,
  input: acknowledgeInput,
  async run(work, { agreementVersionId, comment }) {
    const { agreement, version } = await findVersion(work, agreementVersionId)
    const mine = (await findReaders(work, version.id)).find(({ memberId }) => memberId === work.actor.id)
    if (!mine) throw noAmendment('notReader')
    if (mine.acknowledgedAt === null) {
      await changeRow(work, agreementReaders, { id: mine.id }, { acknowledgedAt: work.now, comment })
      await work.call(settle, { ...matter(version.id), memberId: work.actor.id })
    }
    return { agreementId: agreement.id }
  },
})

/** Every morning: whoever has not read in time what they were asked to read is reminded, once a week. */
export const remindReaders = command({
  name: 'agreements.remindReaders',
  permission: may.keepTime,
  messages: amendmentMessages,
  input: z.strictObject({}),
  async run(work) {
    mustBeJob(work.actor)
    const today = todayOf(work)
    const overdue = await findOverdueReaders(work, today)
    for (const { id, memberId, agreementId, versionId, title, number, dueOn } of overdue)
      await work.call(notify, {
        memberIds: [memberId],
        kind: 'agreement',
        text: said('toldOverdue', { title, number, dueOn }),
        href: hrefOf(agreementId),
        urgent: false,
        ...matter(versionId),
        key: `agreements.unread.${id}.${Math.floor(daysBetween(dueOn, today) / 7)}`,
      })
    return { reminded: overdue.length }
  },
})
