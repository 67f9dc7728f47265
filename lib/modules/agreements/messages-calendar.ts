import { defineMessages } from '@/lib/kernel/messages'

/** The calendar of deadlines, ends and due days that a member takes along. */
export const calendarMessages = defineMessages({
  en: {
    calendar: 'Calendar',
    calendarTitle: 'Deadlines in your own calendar',
    calendarText:
      'Subscribe to this link in Google Calendar, Outlook or on the phone: the last day for notice and the end of the agreements that you own or stand in for, and the due days of obligations that you own.',
    makeLink: 'Make a link',
    renewLink: 'Make a new link',
    renewHint: 'The old link stops working at once.',
    stopLink: 'Stop the link',
    linkIs: 'Your link. It is shown once: copy it now, and give it to nobody.',
    linkLives: 'A link is in use since {day}.',
    noticeEntry: 'Last day for notice: {title}',
    endEntry: 'Ends: {title}',
    oweEntry: 'Due: {text}',
    oweTheirsEntry: 'Theirs due: {text}',
    entryText: '{account} · {code}',
    feedName: 'Accord agreements',
  },
  'zh-TW': {
    calendar: '行事曆',
    calendarTitle: '在自己的行事曆看期限',
    calendarText:
      '在 Google 日曆、Outlook 或手機訂閱此連結：您負責或代理的協議之通知期限與屆滿日，以及您負責的履約期限。',
    makeLink: '建立連結',
    renewLink: '換新連結',
    renewHint: '舊連結會立即失效。',
    stopLink: '停用連結',
    linkIs: '您的連結只顯示這一次，請立即複製，勿轉交他人。',
    linkLives: '連結自 {day} 起使用中。',
    noticeEntry: '通知期限：{title}',
    endEntry: '屆滿：{title}',
    oweEntry: '履約：{text}',
    oweTheirsEntry: '對方履約：{text}',
    entryText: '{account} · {code}',
    feedName: 'Accord 協議',
  },
})
