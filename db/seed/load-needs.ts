import { addDays, dayOf, instantOf } from '@/lib/kernel/day'
import { inTransaction } from '@/lib/kernel/transaction'
import { addWorkdays, previousWorkday } from '@/lib/kernel/workday'
import { decide as decideRun } from '@/lib/modules/approvals/commands-decisions'
import { findRun } from '@/lib/modules/approvals/queries'
import { addSource, close, describe, hear, quantify } from '@/lib/modules/needs/commands'
import { advocate, decide } from '@/lib/modules/needs/commands-advocacy'
import { answer, verify } from '@/lib/modules/needs/commands-answers'
import { anticipate, pursue } from '@/lib/modules/needs/commands-anticipated'
import { consult, fileLetterAnswer } from '@/lib/modules/needs/commands-consultation'
import { addMethod } from '@/lib/modules/needs/commands-methods'
import { planMethod, setAim, submitPlan } from '@/lib/modules/needs/commands-plans'
import { submitProcedure, writeProcedure } from '@/lib/modules/needs/commands-procedures'
import { addVoice, groupVoices } from '@/lib/modules/needs/commands-voices'
import type { MemberKey } from './company'
import { workCalendar } from './days'
import { done } from './done'
import { type Known, named, type Setting } from './load-account'
import type { Staff } from './load-members'
import { stories } from './stories'
import {
  consultationTold,
  expectedTold,
  laterVoicesTold,
  type NeedTold,
  needsTold,
  plansTold,
  voicesTold,
} from './story-needs'

type Page = Setting & { known: Known; at: (days: number, hour?: string) => Date; titles: Map<string, string> }

/** Enters what the twelve accounts need, as far as each need has come. Members verify by a procedure that the lead approved. */
export async function enterNeeds({ staff, today, known }: Setting & { known: Known }): Promise<void> {
  const at = (days: number, hour = '15:00') => instantOf(previousWorkday(addDays(today, -days), workCalendar), hour)
  const page: Page = { staff, today, known, at, titles: new Map() }
  await writeRules(page)
  for (const need of needsTold) await enterNeed(page, need)
  await enterConsultation(page)
  await enterPlans(page)
  await enterExpected(page)
  await enterVoices(page)
  await enterLaterVoices(page)
}

const ownerOf = (staff: Staff, account: string) => {
  const story = stories.find(({ key }) => key === account)
  if (!story) throw new Error(`no story is called ${account}`)
  return staff[story.owner]
}

/** The lead approves what the specialist wrote; the manager what the lead submits. */
async function approve({ staff }: Page, by: MemberKey, kind: 'needPlan' | 'needProcedure', id: string, now: Date) {
  const run = await inTransaction(staff[by], 'read only', (tx) => findRun({ tx, actor: staff[by], now }, kind, id))
  if (run?.state !== 'pending') return
  await done(decideRun, staff[by], { runId: run.id, contentHash: run.contentHash, decision: 'approve' }, now)
}

async function writeRules(page: Page) {
  const { staff, at } = page
  const method = { name: '門市巡訪日誌', englishName: 'Store visit diary', basis: 'observation' }
  await done(addMethod, staff.howard, method, at(200))
  const words = {
    kind: 'every',
    title: '需求查證通則',
    body: '由未參與登錄的同事查核：來源是否獨立、數字能否重算、法遵與保密是否標示。',
    checklist: '兩個以上獨立來源\n數字可由紀錄重算\n已標示保密與競爭法敏感資訊',
  }
  const { id } = await done(writeProcedure, staff.ben, words, at(190))
  await done(submitProcedure, staff.ben, { procedureVersionId: id, reason: '第一版' }, at(190, '16:00'))
  await approve(page, 'howard', 'needProcedure', id, at(188))
}

const checklist = ['兩個以上獨立來源', '數字可由紀錄重算', '已標示保密與競爭法敏感資訊']

async function enterNeed(page: Page, told: NeedTold) {
  const { staff, known, at, today } = page
  const owner = ownerOf(staff, told.account)
  const accountId = named(known.accounts, told.account)
  const sourced = ([method, who, verbatim]: NeedTold['source']) => ({
    method,
    verbatim,
    personId: who ? named(known.people, who) : null,
  })
  const { id: needId } = await done(
    hear,
    owner,
    {
      accountId,
      title: told.title,
      kind: told.kind,
      holder: told.holder ?? 'client',
      importance: told.importance ?? null,
      confidential: told.confidential ?? false,
      consented: true,
      promisedOn: told.promised === undefined ? null : addDays(today, told.promised),
      ...sourced(told.source),
    },
    at(told.heard),
  )
  page.titles.set(told.title, needId)
  const soon = (days: number) => at(Math.max(1, told.heard - days), '16:30')
  const latest = { needId, version: 999 }
  if (told.described) {
    const [context, consequence] = told.described
    await done(describe, owner, { ...latest, context, consequence }, soon(1))
  }
  if (told.measured) {
    const [metric, unit, baseline, target] = told.measured
    const measure = { metric, unit, baseline, target, confidence: told.seconded ? 'medium' : 'low' }
    await done(quantify, owner, { ...latest, ...measure }, soon(3))
  }
  if (told.seconded) await done(addSource, owner, { needId, ...sourced(told.seconded) }, soon(5))
  if (told.verified) {
    const [days, by] = told.verified
    await done(verify, staff[by], { needId, checked: checklist }, at(days))
  }
  if (told.asked) {
    const { days, audience, ask, of, decided } = told.asked
    const dueOn = addDays(today, 14 - days)
    const { advocacyId } = await done(
      advocate,
      owner,
      { needId, audience, ask, ownerId: staff[of].id, dueOn: dueOn },
      at(days),
    )
    if (decided) {
      const [when, decision, because] = decided
      await done(decide, staff[of], { advocacyId, decision, because }, at(when))
    }
  }
  if (told.answered) await done(answer, owner, { needId, text: told.answered[1] }, at(told.answered[0]))
  if (told.closed) {
    const [days, outcome, because] = told.closed
    await done(close, owner, { needId, outcome, because }, at(days))
  }
}

async function enterConsultation({ staff, known, at, titles }: Page) {
  const { account, person, days, said } = consultationTold
  const owner = ownerOf(staff, account)
  const reviews = Object.entries(said).map(([title, [outcome, words]]) => ({
    needId: named(titles, title),
    outcome,
    words,
  }))
  const about = { accountId: named(known.accounts, account), personId: named(known.people, person) }
  const input = { ...about, channel: 'call', reviews }
  const { id: consultationId } = await done(consult, owner, input, at(days))
  const filed = {
    consultationId,
    method: 'meeting',
    answeredOn: dayOf(at(days)),
    note: '電話中逐項唸過，她說沒有問題',
  }
  await done(fileLetterAnswer, owner, filed, at(days - 2, '16:00'))
}

async function enterPlans(page: Page) {
  const { staff, known, today } = page
  for (const { account, workdays, aim, reason, approved, steps } of plansTold) {
    const on = (count: number, hour: string) => instantOf(addWorkdays(today, -count, workCalendar), hour)
    const owner = ownerOf(staff, account)
    const accountId = named(known.accounts, account)
    for (const [method, why, who, ahead] of steps) {
      const personId = who ? named(known.people, who) : null
      const step = { method, why, memberId: owner.id, personId, dueOn: addDays(today, ahead) }
      await done(planMethod, owner, { accountId, ...step }, on(workdays, '15:00'))
    }
    await done(setAim, owner, { accountId, aim }, on(workdays, '15:00'))
    const { planId } = await done(submitPlan, owner, { accountId, reason }, on(workdays, '16:30'))
    if (approved) await approve(page, 'howard', 'needPlan', planId, on(workdays - 2, '10:00'))
  }
}

async function enterExpected({ staff, known, at, today }: Page) {
  for (const { account, since, horizon, ...told } of expectedTold) {
    const owner = ownerOf(staff, account)
    const accountId = named(known.accounts, account)
    const expected = { ...told, accountId, horizonOn: addDays(today, horizon) }
    const { id: anticipatedId } = await done(anticipate, owner, expected, at(since))
    if (account !== 'maiyuBakery') continue
    const objective = { title: '雙倉配送方案', measure: '試算書與報價各一份', dueOn: addDays(today, 60) }
    await done(pursue, owner, { anticipatedId, ownerId: owner.id, ...objective }, at(since - 10))
  }
}

async function enterVoices({ staff, known, at, today }: Page) {
  const { account, product, days, words, stores, count, need } = voicesTold
  const accountId = named(known.accounts, account)
  const voiceIds: string[] = []
  for (let index = 0; index < count; index++) {
    const said = {
      accountId,
      product,
      // Entered on a working day, which a long holiday may put ten days earlier.
      saidOn: addDays(today, -days - 10 - index),
      route: index % 3 === 0 ? 'store' : 'hotline',
      retailer: stores[index % stores.length],
      words: words[index % words.length],
    }
    voiceIds.push((await done(addVoice, staff.sandy, said, at(days))).id)
  }
  await done(groupVoices, ownerOf(staff, account), { voiceIds, title: need, kind: 'quality' }, at(days - 2))
}

async function enterLaterVoices({ staff, known, at, today }: Page) {
  const { account, product, days, said } = laterVoicesTold
  const about = { accountId: named(known.accounts, account), product, saidOn: addDays(today, -days - 10) }
  for (const [route, retailer, words] of said)
    await done(addVoice, staff.sandy, { ...about, route, retailer, words }, at(days))
}
