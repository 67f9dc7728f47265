import { defineMessages } from '@/lib/kernel/messages'

/** What the team is told when a negotiation stops, and the task that comes of it. */
export const ending = defineMessages({
  en: {
    toldSuspended: 'The negotiation “{title}” with {account} is suspended.',
    toldEnded: 'The negotiation “{title}” with {account} ended without a deal.',
    alternativeTask: 'Next step after the negotiation “{title}” ended without a deal',
  },
  'zh-TW': {
    toldSuspended: '與「{account}」的協商「{title}」已暫停。',
    toldEnded: '與「{account}」的協商「{title}」未達成協議，已結束。',
    alternativeTask: '協商「{title}」未達成協議後的下一步',
  },
})
