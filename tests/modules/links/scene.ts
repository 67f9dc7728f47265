import type { z } from 'zod'
import type { Actor } from '@/lib/kernel/actor'
import { command } from '@/lib/kernel/command'
import { clientActor, clientTokenOf } from '@/lib/kernel/identity/client-link'
import type { Paper } from '@/lib/kernel/paper'
import { perform } from '@/lib/kernel/perform'
import { grant } from '@/lib/kernel/permission'
import { open } from '@/lib/modules/accounts/commands-open'
import { fileAnswer, issueLink, revokeLinks } from '@/lib/modules/links/commands'
import { fileInput, type IssuedLink, issueInput, subjectRef } from '@/lib/modules/links/model'
import { newcomer } from '@/tests/people'

const { send: may } = grant('tests', { send: ['accountManager', 'manager', 'salesLead'] })

/** A neighbour that sends papers, as the modules of needs and terms do. */
export const sendPaper = command({
  name: 'tests.sendPaper',
  permission: may,
  input: issueInput,
  run: (work, input) => work.call(issueLink, input),
})
export const endLinks = command({
  name: 'tests.endLinks',
  permission: may,
  input: subjectRef,
  run: (work, input) => work.call(revokeLinks, input),
})
export const fileIt = command({
  name: 'tests.fileIt',
  permission: may,
  input: fileInput,
  run: (work, input) => work.call(fileAnswer, input),
})

export const paper: Paper = {
  language: 'zh-TW',
  title: '2026 年度交易條件',
  reference: 'TT-1',
  on: '2026-11-01',
  from: { company: '和泰食品', person: '林怡君' },
  to: { company: '大安食品', person: '王大明', salutation: '王經理您好：' },
  blocks: [{ kind: 'table', head: ['條件', '內容'], rows: [['付款', '月結 75 天']] }],
  closing: '敬請確認。',
}
export const questions = [
  {
    key: 'need-1',
    text: '週三到貨仍有需要嗎？',
    choices: [
      { value: 'valid', label: '仍需要' },
      { value: 'dropped', label: '不需要了' },
    ],
    required: true,
    freeText: false,
  },
  { key: 'else', text: '其他意見', choices: null, required: false, freeText: true },
]

export const now = new Date('2026-11-21T02:00:00Z')
export const subjectId = '019ab000-0000-7000-8000-000000000001'

/** An account manager with an account of their own. */
export async function aClient() {
  const manager = await newcomer('accountManager')
  const opened = await perform(open, manager, { name: '大安食品股份有限公司', kind: 'customer' })
  if (!opened.ok) throw opened.refusal
  return { manager, accountId: (opened.value as { id: string }).id }
}

type Given = Partial<z.input<typeof issueInput>>
export const wanted = (accountId: string, given: Given = {}): z.input<typeof issueInput> => ({
  purpose: 'terms',
  subjectKind: 'termSheet',
  subjectId,
  accountId,
  personId: null,
  mailTo: null,
  validDays: 14,
  paper,
  questions,
  ...given,
})

export async function issued(actor: Actor, accountId: string, given: Given = {}): Promise<IssuedLink> {
  const result = await perform(sendPaper, actor, wanted(accountId, given), { now })
  if (!result.ok) throw result.refusal
  return result.value
}

/** The client who has this token: their actor and the hash of their secret. */
export function holder(token: string) {
  const parts = clientTokenOf(token)
  if (!parts) throw new Error('no token')
  return { client: clientActor(parts), secretHash: parts.secretHash }
}
