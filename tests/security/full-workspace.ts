import type { z } from 'zod'
import type { Actor } from '@/lib/kernel/actor'
import type { Command } from '@/lib/kernel/command'
import { perform } from '@/lib/kernel/perform'
import { addAddress } from '@/lib/modules/accounts/commands-addresses'
import { noteCulture } from '@/lib/modules/accounts/commands-notes'
import { open } from '@/lib/modules/accounts/commands-open'
import { joinTeam } from '@/lib/modules/accounts/commands-team'
import { add } from '@/lib/modules/contacts/commands'
import { addPoint } from '@/lib/modules/contacts/commands-points'
import { claimSlot, confirmSlot } from '@/lib/modules/contacts/commands-slots'
import { log } from '@/lib/modules/interactions/commands'
import { addTask } from '@/lib/modules/interactions/commands-tasks'
import { saveView, setCalendarDay } from '@/lib/modules/workspace/commands-settings'
import { sendPaper, wanted } from '@/tests/modules/links/scene'
import { about, tell } from '@/tests/modules/notifications/scene'
import { newcomer, owner, person } from '@/tests/people'
import { fullAgreements } from './full-agreements'
import { fullApprovals } from './full-approvals'
import { fullBreaches } from './full-breaches'
import { fullGoods } from './full-goods'
import { fullKpis } from './full-kpis'
import { fullNeeds } from './full-needs'
import { fullNegotiations } from './full-negotiations'
import { fullObligations } from './full-obligations'
import { fullPricing } from './full-pricing'
import { fullPromotions } from './full-promotions'
import { fullTerms } from './full-terms'

export const everyRole = [
  'manager',
  'administrator',
  'auditor',
  'salesLead',
  'accountManager',
  'salesAssistant',
] as const

type Done = { id: string }

async function done<I extends z.ZodType, O>(command: Command<I, O>, actor: Actor, input: unknown): Promise<O> {
  const result = await perform(command, actor, input)
  if (!result.ok) throw new Error(`${command.name}: ${JSON.stringify(result.refusal.fields)} ${result.refusal.code}`)
  return result.value
}

/**
 * A workspace in which everything exists once: its records' ids by the names that inputs use, and for every command an
 * input that is right but for those ids.
 */
export async function aFullWorkspace() {
  const actor = await newcomer([...everyRole])
  const workspace = { id: actor.workspaceId }
  const colleague = await person('accountManager', workspace, { name: '陳志明' })
  const account = (await done(open, actor, { name: '大安食品股份有限公司', kind: 'customer', tier: 'A' })) as Done
  const other = (await done(open, actor, { name: '永信物流股份有限公司', kind: 'supplier' })) as Done
  await done(addAddress, actor, { accountId: account.id, kind: 'office', city: '臺北市', line: '和平東路一段 1 號' })
  await done(noteCulture, actor, { accountId: account.id, kind: 'etiquette', text: '先寒暄再談價', source: 'observed' })
  await done(joinTeam, actor, { accountId: account.id, memberId: colleague.id, role: '售後', employment: 'contractor' })
  const someone = (await done(add, actor, {
    accountId: account.id,
    displayName: '王大明',
    title: '採購經理',
    points: [],
  })) as Done
  await done(addPoint, actor, { personId: someone.id, kind: 'mobile', value: '0912-345-678' })
  await done(claimSlot, actor, { accountId: account.id, slot: 'decisionMaker', personId: someone.id })
  const sql = owner()
  const idOf = async (table: string) => {
    const [row] = await sql.unsafe<{ id: string }[]>(
      `select id from ${table} where workspace_id = $1 order by id limit 1`,
      [workspace.id],
    )
    return row?.id ?? ''
  }
  const keyContactId = await idOf('key_contacts')
  await done(confirmSlot, actor, { keyContactId, method: 'call' })
  const talk = (await done(log, actor, {
    accountId: account.id,
    channel: 'call',
    summary: '確認交期',
    personIds: [someone.id],
    nextSteps: [{ text: '回覆報價', dueOn: '2027-01-04' }],
  })) as Done
  await done(addTask, actor, { accountId: account.id, text: '寄樣品', dueOn: '2027-01-05' })
  await done(setCalendarDay, actor, { day: '2026-07-27', kind: 'closed', name: '颱風' })
  await done(saveView, actor, { list: 'accounts', name: '我的', address: '' })
  const link = (await done(sendPaper, actor, wanted(account.id))) as { linkId: string }
  await done(tell, actor, about([actor.id]))
  const [interactionId, changeId] = [
    (talk as { id?: string }).id ?? (await idOf('interactions')),
    await idOf('row_changes'),
  ]
  const needs = await fullNeeds({ actor, colleague, accountId: account.id, personId: someone.id, interactionId })
  const goods = await fullGoods({ actor, accountId: account.id })
  const pricing = await fullPricing({ actor, accountId: account.id })
  const promotions = await fullPromotions({ actor, accountId: account.id })
  const terms = await fullTerms(actor, account.id)
  const negotiations = await fullNegotiations({ actor, colleague, accountId: account.id })
  const agreements = await fullAgreements({ actor, colleague, accountId: account.id })
  const obligations = await fullObligations({ actor, colleague, accountId: account.id })
  const kpis = await fullKpis({ actor, accountId: account.id })
  const breaches = await fullBreaches({ actor, colleague, accountId: account.id })
  const approvals = await fullApprovals({ actor, colleague })
  const ids = {
    ...approvals.ids,
    ...needs.ids,
    ...terms.ids,
    ...negotiations.ids,
    ...kpis.ids,
    ...breaches.ids,
    ...agreements.ids,
    ...obligations.ids,
    sheetId: await idOf('term_sheets'),
    matchId: await idOf('deduction_matches'),
    ...goods.ids,
    ...pricing.ids,
    ...promotions.ids,
    accountId: account.id,
    otherId: other.id,
    personId: someone.id,
    memberId: colleague.id,
    ownerId: colleague.id,
    speakerId: colleague.id,
    assigneeId: colleague.id,
    interactionId,
    changeId,
    keyContactId,
    addressId: await idOf('account_addresses'),
    noteId: await idOf('account_notes'),
    teamId: await idOf('account_team'),
    assignmentId: await idOf('account_team'),
    affiliationId: await idOf('affiliations'),
    pointId: await idOf('contact_points'),
    confirmationId: await idOf('confirmations'),
    taskId: await idOf('tasks'),
    tierId: await idOf('tiers'),
    calendarDayId: await idOf('calendar_days'),
    savedViewId: await idOf('saved_views'),
    reportsToId: colleague.id,
    parentId: other.id,
    withPersonId: someone.id,
    linkId: link.linkId,
    notificationId: await idOf('notifications'),
  }
  const input: Readonly<Record<string, object>> = {
    ...approvals.input,
    ...needs.input,
    ...terms.input,
    ...negotiations.input,
    ...agreements.input,
    ...obligations.input,
    ...kpis.input,
    ...breaches.input,
    ...goods.input,
    ...pricing.input,
    ...promotions.input,
    'accounts.open': { name: '新客戶', kind: 'customer', parentId: null },
    'accounts.edit': { version: 1, note: '備註' },
    'accounts.addAddress': { kind: 'office', city: '臺中市' },
    'accounts.noteCulture': { kind: 'gift', text: '不收禮', source: 'asked' },
    'accounts.joinTeam': { memberId: actor.id, role: '技術', employment: 'fullTime' },
    'accounts.setExternalId': { source: 'ERP', value: 'X1' },
    'contacts.add': { displayName: '李小華', points: [], reportsToId: null },
    'contacts.edit': { version: 1, note: '備註' },
    'contacts.addPoint': { kind: 'email', value: 'a@example.com' },
    'contacts.join': { accountId: other.id, title: '顧問', reportsToId: null },
    'contacts.leave': { toDay: '2026-06-30' },
    'contacts.move': { accountId: other.id, toDay: '2026-06-30', reportsToId: null },
    'contacts.editAffiliation': { version: 1, title: '副理', reportsToId: null },
    'contacts.claimSlot': { slot: 'finance' },
    'contacts.confirmSlot': { method: 'call' },
    'contacts.reconfirm': { method: 'call', keyContactIds: [] },
    'interactions.log': { channel: 'visit', summary: '拜訪', personIds: [] },
    'interactions.edit': { version: 1, summary: '改過' },
    'interactions.plan': {},
    'interactions.addTask': { text: '回電', dueOn: '2027-01-04' },
    'interactions.postponeTask': { dueOn: '2027-02-01' },
    'links.revoke': {},
    'notifications.markAllRead': {},
    'notifications.setDigest': { digestHour: '8' },
    'workspace.setCurrency': { code: 'SGD', displayDecimals: 2, active: true },
    'workspace.setRate': {
      day: '2026-06-30',
      fromCurrency: 'USD',
      toCurrency: 'TWD',
      rate: '32.15',
      source: '臺灣銀行',
    },
    'workspace.setRates': { lines: '2026-06-30 USD TWD 32.15', source: '臺灣銀行' },
    'workspace.setFiscalCalendar': { kind: 'month', firstMonth: 4 },
    'workspace.editMember': { version: 1, name: '改名' },
    'workspace.chargeMember': { version: 1, roles: ['manager'], reportsToId: null },
    'workspace.setTier': { version: 1, contactEveryDays: 9, slots: [] },
  }
  return { actor, colleague, workspaceId: workspace.id, ids, input }
}
