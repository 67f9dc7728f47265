import { defineMessages } from '@/lib/kernel/messages'

/** What an agreement came to, said in a line for each KPI: what the next one is negotiated from. */
export const resultMessages = defineMessages({
  en: {
    given: '{heading}: {value}. ',
    givenFor: '{heading}. ',
    result: '{given}{name}: agreed {sign}{target}, achieved {actual} ({period})',
    unmeasured: '{given}{name}: not measured',
  },
  'zh-TW': {
    given: '{heading}給 {value}，條件',
    givenFor: '{heading}，條件',
    result: '{given}{name} {sign}{target}；實績 {actual}（{period}）',
    unmeasured: '{given}{name}；尚無實績',
  },
})
