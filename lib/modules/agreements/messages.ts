import { defineMessages } from '@/lib/kernel/messages'

/** What drafting an agreement refuses. */
export const messages = defineMessages({
  en: {
    archivedAccount: 'This account is archived. Restore it before you draft an agreement with it.',
    factsUnfit: 'Some of the dates and periods do not fit together. Mend what is marked.',
    renewalMonthsMissing: 'Say for how many months it renews.',
    renewalMonthsUnneeded: 'It does not renew by itself. Leave the months blank, or choose that it renews.',
    monthsMissing: 'Say for how many months it runs; without an end nothing renews.',
    startMissing: 'Say from which day it holds.',
    noticeWithoutEnd:
      'Without an end there is no deadline for notice. Say how long it runs, or leave the notice blank.',
    noticeTooLong: 'The notice is longer than the term. Shorten it.',
    businessNumberWrong: 'This business number does not pass its check. Look at the eight digits again.',
    backupIsOwner: 'The backup is the owner. Choose a colleague, or leave it blank.',
    notDraft: 'This agreement is no draft any more. What it says changes by an amendment only.',
    tooManyClauses: 'An agreement holds 200 clauses at most. Put some of them together.',
    deviationUnexplained: 'Say why this clause departs from what we usually agree.',
    isOver: 'This agreement has ended. Draft a new one.',
    otherAccount: 'These talks are with another account. Choose talks with this one.',
    differsFromNegotiated:
      'The paper says {written}, but {agreed} was agreed{more, plural, =0 {} one {, and # more point differs} other {, and # more points differ}}. Correct the clauses marked red.',
    headingTwice: 'Another clause has this heading. Give it a name of its own.',
  },
  'zh-TW': {
    archivedAccount: '此客戶已封存，請先還原再草擬協議。',
    factsUnfit: '部分日期與期間互相矛盾，請修正標示的欄位。',
    renewalMonthsMissing: '請填寫每次續約幾個月。',
    renewalMonthsUnneeded: '此協議不會自動續約，請將月數留空，或改選自動續約。',
    monthsMissing: '請填寫協議期間為幾個月；沒有屆滿日就無從續約。',
    startMissing: '請填寫生效日。',
    noticeWithoutEnd: '沒有屆滿日就沒有通知期限，請填寫期間，或將通知期留空。',
    noticeTooLong: '通知期比協議期間還長，請縮短。',
    businessNumberWrong: '統一編號檢核不符，請再核對這八碼。',
    backupIsOwner: '代理人與負責人相同，請另選一位同仁，或留空。',
    notDraft: '此協議已非草稿，內容只能以增補變更。',
    tooManyClauses: '一份協議最多 200 條，請合併部分條款。',
    deviationUnexplained: '請說明此條款為何與我方慣用內容不同。',
    isOver: '此協議已結束，請另行草擬。',
    otherAccount: '這場協商屬於別的客戶，請改選此客戶的協商。',
    differsFromNegotiated:
      '合約寫「{written}」，談定「{agreed}」{more, plural, =0 {} other {，另有 # 處不符}}。請修正標紅的條款。',
    headingTwice: '已有相同標題的條款，請另取名稱。',
  },
})
