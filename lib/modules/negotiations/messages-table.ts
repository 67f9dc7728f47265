import { defineMessages } from '@/lib/kernel/messages'

/** What is refused about issues and what they are worth. */
export const tableMessages = defineMessages({
  en: {
    nameMissing: 'Give the issue a name, or link it to a kind of term.',
    kindMissing: 'Say what kind of answer this issue takes, or link it to a kind of term.',
    nameTaken: 'There is an issue of this name already. Change that one, or choose another name.',
    tooManyIssues: 'Sixty issues are the most for one negotiation. Remove those that nobody will speak of.',
    kindInOffers: 'Offers speak of this issue already, so its kind stays. Add a new issue for another kind.',
    optionInOffers: 'Offers speak of “{option}” already, so it stays.',
    issueInOffers: 'Offers speak of “{issue}” already, so it stays on the table.',
    tableSettled: 'This package is agreed. Reopen the negotiation to change what is on the table.',
    placeMissing: 'Give at least one issue its place; 1 is the most important.',
    numberWanted: 'Write a number in the unit of the issue, such as 45 or 2.5.',
    yesNoWanted: 'Answer yes or no.',
    termOrProduct: 'Choose a kind of term or a product, not both.',
    priceIsNumber: 'A price is a number: choose “Number”, or take the product away.',
    priceOf: 'Price of {product}',
  },
  'zh-TW': {
    nameMissing: '請填寫議題名稱，或連結一種交易條件。',
    kindMissing: '請選擇這個議題的答案類型，或連結一種交易條件。',
    nameTaken: '已有同名的議題。請修改原有議題，或換一個名稱。',
    tooManyIssues: '一次協商最多 60 個議題，請移除不會談到的議題。',
    kindInOffers: '已有提案談到這個議題，類型不能再改。若要不同類型，請另增議題。',
    optionInOffers: '已有提案談到「{option}」，這個選項必須保留。',
    issueInOffers: '已有提案談到「{issue}」，不能移除。',
    tableSettled: '套裝方案已同意。若要修改議題與底線，請先重啟協商。',
    placeMissing: '請至少為一個議題填寫名次，1 為最重要。',
    numberWanted: '請以議題的單位填寫數字，例如 45 或 2.5。',
    yesNoWanted: '請回答「是」或「否」。',
    termOrProduct: '請選擇交易條件或產品其中一種，不能兩者都選。',
    priceIsNumber: '價格必須是數字：請選擇「數字」，或不要選產品。',
    priceOf: '{product}單價',
  },
})
