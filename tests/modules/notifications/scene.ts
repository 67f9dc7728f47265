import { randomUUID } from 'node:crypto'
import { command } from '@/lib/kernel/command'
import { grant } from '@/lib/kernel/permission'
import { notify, settle } from '@/lib/modules/notifications/commands'
import { notifyInput, settleInput } from '@/lib/modules/notifications/model'

const { tell: may } = grant('tests', { tell: ['manager', 'salesLead', 'accountManager'] })
/** A neighbour that tells members something, as every module does. */
export const tell = command({
  name: 'tests.tell',
  permission: may,
  input: notifyInput,
  run: (work, input) => work.call(notify, input),
})
export const settled = command({
  name: 'tests.settled',
  permission: may,
  input: settleInput,
  run: (work, input) => work.call(settle, input),
})

export const morning = new Date('2026-11-23T22:00:00Z')
/** Half past seven in Taipei. */
export const digestTime = new Date('2026-11-23T23:30:00Z')
export const about = (memberIds: readonly string[], given: object = {}) => ({
  memberIds: [...memberIds],
  kind: 'approvalWaiting',
  text: { 'zh-TW': '交易條件待核准：大安食品', en: 'Terms wait for approval: Daan Foods' },
  href: '/review',
  urgent: false,
  subjectKind: 'termSheet',
  subjectId: randomUUID(),
  key: randomUUID(),
  ...given,
})
