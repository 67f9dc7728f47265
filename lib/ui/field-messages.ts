import { defineMessages } from '@/lib/kernel/messages'

/** What the richer fields say: days, tags, files, records, repeated rows. */
export const fieldMessages = defineMessages({
  en: {
    removeNamed: 'Remove {name}',
    pickDay: 'Pick a day',
    dayHint: 'For example 2026-11-21 or 115/11/21',
    tagAdd: 'Type and press Enter',
    choose: 'Choose…',
    searching: 'Searching…',
    noMatch: 'Nothing found for “{query}”.',
    searchFailed: 'The search did not answer. Type on to try again.',
    fileChoose: '{multiple, select, true {Choose files} other {Choose a file}}',
    fileCamera: 'Take a photo',
    fileDrop: 'or paste or drop them here',
    fileTooLarge: '{name} is larger than {max} MB and was not added.',
    fileWrongType: '{name} is not a kind of file that can be added here.',
  },
  'zh-TW': {
    removeNamed: '移除「{name}」',
    pickDay: '選擇日期',
    dayHint: '例如 2026-11-21 或 115/11/21',
    tagAdd: '輸入後按 Enter',
    choose: '請選擇…',
    searching: '搜尋中…',
    noMatch: '找不到「{query}」。',
    searchFailed: '搜尋沒有回應，請繼續輸入再試一次。',
    fileChoose: '選擇檔案',
    fileCamera: '拍照',
    fileDrop: '也可以直接貼上或拖曳到這裡',
    fileTooLarge: '「{name}」超過 {max} MB，未加入。',
    fileWrongType: '「{name}」不是這裡可以加入的檔案類型。',
  },
})
