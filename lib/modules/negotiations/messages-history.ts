import { defineMessages } from '@/lib/kernel/messages'

/** What the history of a negotiation says beside the words of its pages. */
export const historyWords = defineMessages({
  en: {
    event_added: '{subject} added',
    event_changed: '{subject} changed',
    event_archived: '{subject} removed',
    event_restored: '{subject} restored',
    event_erased: '{subject}: content erased',
    subject_negotiations: 'Negotiation',
    subject_negotiation_members: 'Somebody of the team',
    empty: 'Nothing has changed yet.',
    older: 'Older changes',
    byProduct: 'Accord',
    nothing: 'empty',
    stateReason: 'Reason',
    memberId: 'Who',
    part: 'Part',
  },
  'zh-TW': {
    event_added: '新增{subject}',
    event_changed: '修改{subject}',
    event_archived: '移除{subject}',
    event_restored: '還原{subject}',
    event_erased: '{subject}：內容已清除',
    subject_negotiations: '協商',
    subject_negotiation_members: '團隊成員',
    empty: '目前沒有異動。',
    older: '較早的異動',
    byProduct: 'Accord',
    nothing: '空白',
    stateReason: '理由',
    memberId: '成員',
    part: '分工',
  },
})
