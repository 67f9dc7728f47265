import { defineMessages } from '@/lib/kernel/messages'

/** What the demonstration's page says. */
export const messages = defineMessages({
  en: {
    module: 'Demo workspace',
    may_load: 'Load the demo workspace',
    may_remove: 'Remove the demo workspace',
    demo: 'Demo workspace',
    demoHint: 'Invented accounts, people and contacts, to try everything out.',
    contents: 'What is in it',
    contentsText:
      'Twelve accounts with sixty people and eighteen months of contacts. Change whatever you like; it never touches your own data.',
    remove: 'Remove the demo workspace',
    removeText:
      'Everything in it goes for good, and so do the sign-ins that belong to it alone. Your own workspace stays as it is.',
    removeConfirm: 'Yes, remove it with everything in it',
    removing:
      'The demo workspace is being removed. In a moment you will be back in your own workspace, or signed out if this was your only one.',
    goOn: 'Go on',
    notConfirmed: 'Tick the box to say that you mean it.',
    notDemo: 'This is not the demo workspace. Nothing was removed.',
  },
  'zh-TW': {
    module: '示範工作區',
    may_load: '載入示範工作區',
    may_remove: '移除示範工作區',
    demo: '示範工作區',
    demoHint: '內容皆為虛構的客戶、聯絡人與聯繫紀錄，可以放心試用。',
    contents: '包含的內容',
    contentsText: '12 家客戶與供應商、60 位聯絡人、18 個月的聯繫紀錄。可以任意修改，不會影響您自己的資料。',
    remove: '移除示範工作區',
    removeText: '其中所有資料會永久刪除，只屬於示範工作區的帳號也會一併移除；您自己的工作區不受影響。',
    removeConfirm: '我確定要移除，包含其中所有資料',
    removing: '正在移除示範工作區，稍後會回到您自己的工作區；若您只有這個工作區，則會登出。',
    goOn: '繼續',
    notConfirmed: '請勾選以確認要移除。',
    notDemo: '這不是示範工作區，未移除任何資料。',
  },
})
