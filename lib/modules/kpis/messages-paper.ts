import { defineMessages } from '@/lib/kernel/messages'

/** What papers to a client say of a measured value, and what is asked about each line of them. */
export const paperWords = defineMessages({
  en: {
    status_green: 'reached',
    status_amber: 'close',
    status_red: 'missed',
    status_noData: 'no target',
    atLeast: '{value} or more',
    atMost: '{value} or less',
    between: '{low} to {high}',
    agree: 'We agree',
    dispute: 'We do not agree',
  },
  'zh-TW': {
    status_green: '達標',
    status_amber: '接近目標',
    status_red: '未達標',
    status_noData: '無目標',
    atLeast: '{value} 以上',
    atMost: '{value} 以下',
    between: '{low} 至 {high}',
    agree: '同意',
    dispute: '有異議',
  },
})
