import { z } from 'zod'
import { day, flag, id, optionalId, optionalText, text, version } from '@/lib/kernel/input'
import { locales } from '@/lib/kernel/messages'
import { issuing, methods } from '@/lib/modules/links/model'
import { replies, typedNumber } from './model'

export const lineKinds = ['kpi', 'promise', 'aim'] as const
export type LineKind = (typeof lineKinds)[number]
export const lineReplies = ['none', 'agreed', 'disputed'] as const
export type LineReplyState = (typeof lineReplies)[number]
export const reportStates = ['draft', 'sent', 'accepted', 'disputed'] as const
export type ReportState = (typeof reportStates)[number]
export const reportFrequencies = ['month', 'quarter'] as const

/** What a link about a report is about. */
export const reportKind = 'clientReport'

const language = z.enum(locales).default('zh-TW')
export const accountRef = z.strictObject({ accountId: id })
export const reportRef = z.strictObject({ reportId: id })
export const planInput = accountRef.extend({ frequency: z.enum(['none', ...reportFrequencies]), language })
export const draftReportInput = accountRef.extend({ period: optionalText(20), language })
export const openReportInput = reportRef.extend({ version: version.optional(), opening: optionalText(2000) })
export const addLineInput = reportRef.extend({ kind: z.enum(['promise', 'aim']), label: text(300), text: text(2000) })
export const editLineInput = z.strictObject({
  reportLineId: id,
  version: version.optional(),
  label: text(300),
  text: text(2000),
  note: optionalText(2000),
  included: flag,
})
export const sendReportInput = reportRef.extend(issuing)
export const fileLineReplyInput = z.strictObject({
  reportLineId: id,
  reply: z.enum(replies),
  theirNote: optionalText(2000),
  theirValue: typedNumber,
  theirSource: optionalText(500),
  method: z.enum(methods),
  answeredOn: day,
  fileId: optionalId,
  note: optionalText(2000),
})
export const hearReportInput = reportRef.extend({ answerId: id })
