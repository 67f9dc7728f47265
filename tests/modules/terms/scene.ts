import type { z } from 'zod'
import type { Actor } from '@/lib/kernel/actor'
import type { Command } from '@/lib/kernel/command'
import { ask, perform } from '@/lib/kernel/perform'
import { open as openAccount } from '@/lib/modules/accounts/commands-open'
import { decide } from '@/lib/modules/approvals/commands-decisions'
import { open } from '@/lib/modules/terms/commands'
import { fileConfirmation } from '@/lib/modules/terms/commands-outline'
import { draftStandard, publishStandard, setStandardTerm, submitStandard } from '@/lib/modules/terms/commands-standards'
import { submit } from '@/lib/modules/terms/commands-submit'
import { setTerm } from '@/lib/modules/terms/commands-terms'
import { version } from '@/lib/modules/terms/queries-pages'
import { aWorkspace, owner, person } from '@/tests/people'

/** Does it, or fails with what was refused. */
export async function done<I extends z.ZodType, O>(
  command: Command<I, O>,
  actor: Actor,
  input: unknown,
  now?: Date,
): Promise<O> {
  const result = await perform(command, actor, input, now ? { now } : {})
  if (!result.ok) throw new Error(`${command.name}: ${result.refusal.code} ${JSON.stringify(result.refusal.fields)}`)
  return result.value
}

/** The refusal's code, or null when it was done. */
export async function refusalOf<I extends z.ZodType, O>(
  command: Command<I, O>,
  actor: Actor,
  input: unknown,
  now?: Date,
): Promise<string | null> {
  const result = await perform(command, actor, input, now ? { now } : {})
  return result.ok ? null : result.refusal.code
}

export const noon = (day: string) => new Date(`${day}T04:00:00Z`)
export const startDay = '2026-11-22'

/** A company with a manager, a lead, finance and an account manager who serves one client. */
export async function aScene() {
  const workspace = await aWorkspace()
  const manager = await person('manager', workspace, { name: '許文雄' })
  const lead = await person('salesLead', workspace, { name: '蔡淑芬', reportsTo: manager })
  const finance = await person('specialist', workspace, { name: '劉建宏', disciplines: ['finance'] })
  const keeper = await person('accountManager', workspace, { name: '林怡君', reportsTo: lead })
  const colleague = await person('accountManager', workspace, { name: '陳志明', reportsTo: lead })
  const account = await done(openAccount, keeper, { name: '大安食品股份有限公司', kind: 'customer', segment: '量販' })
  return { workspace, manager, lead, finance, keeper, colleague, accountId: account.id }
}
export type Scene = Awaited<ReturnType<typeof aScene>>

/** A published standard with these terms, from the start of the year before last. */
export async function aStandard(
  { manager, lead, finance }: Scene,
  terms: Record<string, object>,
  { segment = '', validFrom = '2026-01-01', direction = 'sell' } = {},
) {
  const { standardId } = await done(draftStandard, lead, { segment, direction, validFrom }, noon('2025-12-01'))
  for (const [code, value] of Object.entries(terms))
    await done(setStandardTerm, lead, { standardId, code, value }, noon('2025-12-01'))
  await done(submitStandard, lead, { standardId, reason: '年度標準' }, noon('2025-12-01'))
  await consent(standardId, [manager, finance], noon('2025-12-02'))
  await done(publishStandard, lead, { standardId }, noon('2025-12-03'))
  return standardId
}

export const net = (count: number) => ({ rule: 'net', number: String(count) })

/** Consent of whoever is asked, in the order given, until nobody is. */
export async function consent(subjectId: string, approvers: readonly Actor[], now: Date) {
  for (const approver of approvers) {
    const [run] = await owner()<{ id: string; content_hash: string; state: string }[]>`
      select id, content_hash, state from approval_runs where subject_id = ${subjectId} order by id desc limit 1`
    if (run?.state !== 'pending') return
    const [seat] = await owner()`select 1 from approval_seats
      where run_id = ${run.id} and holder_id = ${approver.id} and state = 'open'`
    if (seat) await done(decide, approver, { runId: run.id, decision: 'approve', contentHash: run.content_hash }, now)
  }
}

export const grounds = { factors: ['marketPosition'], reason: '年採購量成長', condition: '全年採購額達 1,200 萬' }

/** A sheet of the scene's client with these departures, as a draft. */
export async function aDraft(
  { keeper, accountId }: Scene,
  terms: Record<string, object>,
  { validFrom = '2026-11-23', now = noon(startDay), direction = 'sell' } = {},
) {
  const { versionId } = await done(open, keeper, { accountId, direction, scope: 'all', validFrom }, now)
  for (const [code, value] of Object.entries(terms))
    await done(setTerm, keeper, { versionId, code, value, ...grounds }, now)
  return versionId
}

/** Submits and has everybody consent who must. */
export async function approved(scene: Scene, versionId: string, now = noon(startDay)) {
  await done(submit, scene.keeper, { versionId, reason: '請核准' }, now)
  await consent(versionId, [scene.lead, scene.manager, scene.finance], now)
  return versionId
}

/** The client confirms in a meeting, and we file it. */
export const confirmed = (scene: Scene, versionId: string, now = noon(startDay)) =>
  done(
    fileConfirmation,
    scene.keeper,
    {
      versionId,
      language: 'zh-TW',
      method: 'meeting',
      answeredOn: now.toISOString().slice(0, 10),
      note: '會議當場確認',
    },
    now,
  )

export const look = (actor: Actor, versionId: string, now = noon(startDay)) => ask(version, actor, { versionId }, now)
