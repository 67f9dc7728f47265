import { defineMessages } from '@/lib/kernel/messages'

/** The letter to a contact after their needs were gone through, in their language. */
export const letterMessages = defineMessages({
  en: {
    title: 'What we understood of your needs',
    opening: 'Thank you for going through your needs with us on {day}. This is what we wrote down:',
    need: 'Need',
    standing: 'Where it stands',
    outcome_valid: 'Still valid',
    outcome_changed: 'Changed',
    outcome_met: 'Met',
    outcome_dropped: 'No longer needed',
    inYourWords: 'In your words',
    pleaseConfirm: 'Please confirm that we understood you, or tell us what we should correct.',
    closing: 'With kind regards',
  },
  'zh-TW': {
    title: '需求確認函',
    opening: '感謝您於 {day} 與我們逐項檢視需求。以下是我們的紀錄：',
    need: '需求',
    standing: '目前狀況',
    outcome_valid: '仍然需要',
    outcome_changed: '內容有變',
    outcome_met: '已滿足',
    outcome_dropped: '不再需要',
    inYourWords: '您的說明',
    pleaseConfirm: '若以上理解無誤，請惠予確認；如需修正，請告訴我們。',
    closing: '敬祝 商祺',
  },
})
