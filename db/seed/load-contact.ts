import type { Actor } from '@/lib/kernel/actor'
import { store } from '@/lib/modules/files/commands'
import { log } from '@/lib/modules/interactions/commands'
import { complete } from '@/lib/modules/interactions/commands-plans'
import { completeTask } from '@/lib/modules/interactions/commands-tasks'
import { employees, type MemberKey } from './company'
import { done } from './done'
import { named } from './load-account'
import type { Staff } from './load-members'
import { paperOf } from './papers'
import type { Told } from './telling'

/** What became of a line in the product. */
export type Entered = { interactionId: string; taskId: string | null; typist: MemberKey }

/** One account's page while its history is written. */
export type Page = {
  accountId: string
  people: ReadonlyMap<string, string>
  staff: Staff
  entered: Map<object, Entered>
}

/** Enters a contact as it is told, or says of a plan that it has happened. Answers its id. */
export async function enterContact(page: Page, told: Told, at: Date): Promise<string> {
  const nextSteps = told.step ? [stepOf(told, page.staff)] : []
  const planned = page.entered.get(told)
  const typist = page.staff[told.typist]
  if (planned) {
    const said = { interactionId: planned.interactionId, summary: told.summary, nextSteps }
    const { steps } = await done(complete, typist, said, at)
    page.entered.set(told, { ...planned, taskId: steps[0]?.id ?? null })
    return planned.interactionId
  }
  const fileIds = await keepPapers(told, typist, at)
  const { id, steps } = await done(log, typist, { ...contactOf(page, told), nextSteps, fileIds }, at)
  page.entered.set(told, { interactionId: id, taskId: steps[0]?.id ?? null, typist: told.typist })
  return id
}

/** Enters a contact that was arranged before it happened. */
export async function enterPlan(page: Page, told: Told, at: Date): Promise<void> {
  const typist = page.staff[told.typist]
  const fileIds = await keepPapers(told, typist, at)
  const { id } = await done(log, typist, { ...contactOf(page, told), nextSteps: [], fileIds }, at)
  page.entered.set(told, { interactionId: id, taskId: null, typist: told.typist })
}

/** Ticks the next step off: whoever promised it, or who wrote it down for somebody who does not sign in. */
export async function keepPromise(page: Page, told: Told, at: Date): Promise<void> {
  const entered = page.entered.get(told)
  if (!entered?.taskId || !told.step) throw new Error(`nothing was promised: ${told.summary}`)
  const { assignee } = told.step
  const actor = page.staff[employees[assignee].signsIn ? assignee : entered.typist]
  await done(completeTask, actor, { taskId: entered.taskId }, at)
}

const contactOf = ({ accountId, people, staff }: Page, told: Told) => ({
  accountId,
  channel: told.channel,
  summary: told.summary,
  happenedAt: told.at.toISOString(),
  twoWay: told.twoWay,
  personIds: told.people.map((name) => named(people, name)),
  answeredIds: isWritten(told) && told.twoWay ? told.people.slice(0, 1).map((name) => named(people, name)) : [],
  memberIds: told.colleagues.map((key) => staff[key].id),
  topics: [...told.topics],
  speakerId: staff[told.speaker].id,
})

/** Written to several, the one named first is who answered. */
const isWritten = ({ channel }: Told) => channel === 'mail' || channel === 'line'

function stepOf({ step }: Told, staff: Staff) {
  if (!step) throw new Error('no next step')
  return { text: step.text, dueOn: step.dueOn, dueTime: step.dueTime, assigneeId: staff[step.assignee].id }
}

/** Papers of a contact: stored by whoever enters it, and attached with it. */
async function keepPapers(told: Told, actor: Actor, at: Date): Promise<string[]> {
  if (!told.file) return []
  const { id } = await done(store, actor, paperOf(told.file), at)
  return [id]
}
