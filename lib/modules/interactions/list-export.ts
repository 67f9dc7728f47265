import { text } from '@/lib/kernel/export/cell'
import { listExport } from '@/lib/kernel/export/list-export'
import type { Locale } from '@/lib/kernel/messages'
import { translatorOf } from '@/lib/kernel/translate'
import { contactList, contactPage } from './list'
import { may } from './manifest'
import { messages } from './messages'
import { timelineMessages } from './messages-timeline'
import { channels } from './rules-channels'

/** The contact log as a spreadsheet: its columns, filters, order and search, all of its pages. */
export const contactsExport = listExport({
  list: contactList,
  permission: may.see,
  page: contactPage,
  title: (locale) => translatorOf(timelineMessages, locale)('contactLog'),
  column: (name, locale) => translatorOf(timelineMessages, locale)(name as keyof typeof timelineMessages.en),
  choice: (column, value, locale) => choiceSaid(column, value, locale),
  cells: { account: (row) => text(row.account), speaker: (row) => text(row.speaker) },
})

function choiceSaid(column: string, value: string, locale: Locale): string {
  const channel = channels.find((each) => column === 'channel' && each === value)
  if (channel) return translatorOf(messages, locale)(channel)
  return value === 'true' || value === 'false' ? translatorOf(messages, locale)(value === 'true' ? 'yes' : 'no') : value
}
