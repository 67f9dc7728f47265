import { defineMessages } from '@/lib/kernel/messages'

/** What the history of the whole workspace says. */
export const messages = defineMessages({
  en: {
    history: 'History',
    historyHint: 'Who did what, when, to which record; newest first. Nothing here can be changed.',
    at: 'When',
    member: 'Who',
    what: 'What',
    record: 'Record',
    outcome: 'Result',
    outcome_done: 'Done',
    outcome_refused: 'Refused',
    byProduct: 'Accord',
    byLink: '{person} (by link)',
    aClient: 'Client',
    more: 'and more',
    empty: 'Nothing has been done here yet.',
    emptyText: 'As soon as somebody adds or changes something, it is kept here.',
  },
  'zh-TW': {
    history: '異動紀錄',
    historyHint: '誰在何時對哪一筆資料做了什麼，最新的在前；這裡的內容無法變更。',
    at: '時間',
    member: '操作者',
    what: '操作',
    record: '資料',
    outcome: '結果',
    outcome_done: '完成',
    outcome_refused: '未獲准',
    byProduct: '系統',
    byLink: '{person}（連結）',
    aClient: '客戶',
    more: '等',
    empty: '還沒有任何異動。',
    emptyText: '有人新增或修改資料後，就會記錄在這裡。',
  },
})
