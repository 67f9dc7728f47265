import { defineMessages } from '@/lib/kernel/messages'

/** What is said of mandates: refusals, and the lines that approvers read. */
export const mandateMessages = defineMessages({
  en: {
    issuesMissing: 'Put at least one issue on the table before you ask for a mandate.',
    validUntilPast: 'The mandate would be over before it begins. Choose today or a later day.',
    offerInside: 'This offer stays within the mandate, so nothing needs to be extended.',
    nothingAsked: 'Nobody is asked for the mandate at the moment.',
    mandateTitle: 'Mandate {number}: {title}',
    atLeast: 'at least {value}',
    atMost: 'at most {value}',
    oneOf: 'one of: {options}',
    noneAllowed: 'no option',
    mustBe: 'must be {answer}',
    free: 'either answer',
    yes: 'yes',
    no: 'no',
    also: '; for this offer also {value}',
    validUntil: 'Valid until',
  },
  'zh-TW': {
    issuesMissing: '請先列出至少一個議題，再申請授權。',
    validUntilPast: '有效期限已過，請選擇今天或之後的日期。',
    offerInside: '這個提案在授權範圍內，不需要擴大授權。',
    nothingAsked: '目前沒有待核准的授權申請。',
    mandateTitle: '授權第 {number} 號：{title}',
    atLeast: '至少 {value}',
    atMost: '最多 {value}',
    oneOf: '限於：{options}',
    noneAllowed: '沒有可接受的選項',
    mustBe: '必須為「{answer}」',
    free: '是或否皆可',
    yes: '是',
    no: '否',
    also: '；本提案另可至 {value}',
    validUntil: '有效期限',
  },
})
