import { defineMessages } from '@/lib/kernel/messages'

/** What an agreement came to, said in a line for each KPI: what the next one is negotiated from. */
export const resultMessages = defineMessages({
  en: {
    given: '{heading}: {value}. ',
    givenFor: '{heading}. ',
    result: '{given}{name}: agreed {promised}, achieved {actual} ({period})',
    span: '{from} to {to}',
    unmeasured: '{given}{name}: not measured',
  },
  'zh-TW': {
    given: '{heading}給 {value}，條件',
    givenFor: '{heading}，條件',
    result: '{given}{name} {promised}；實績 {actual}（{period}）',
    span: '{from} 至 {to}',
    unmeasured: '{given}{name}；尚無實績',
  },
})
