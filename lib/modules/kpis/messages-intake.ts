import { defineMessages } from '@/lib/kernel/messages'

/** Why a row with a measurement is refused, in files and in calls alike. */
export const intakeWords = defineMessages({
  en: {
    measure_agreementUnknown: 'There is no agreement with this number, or you may not read it.',
    measure_kpiUnknown: 'The agreement has no such KPI.',
    measure_kpiAmbiguous: 'Both sides have this KPI in the agreement. Say whose it is: ours, theirs or joint.',
    measure_notInForce: 'Nobody signed this KPI yet. Values are taken once the agreement is executed.',
    measure_notYours: 'Only those who serve the account and the owner of the KPI bring its values.',
    measure_notAPeriod:
      'This is no period. Write 2026-01, 2026-Q1 or 2026; 115年1月 and 115年第1季 are understood too.',
    measure_otherFrequency: 'The KPI is measured in periods of another length.',
    measure_periodOutsideAgreement: 'The period lies outside the days of the KPI.',
    measure_periodNotBegun: 'The period has not begun yet.',
    measure_periodClosed:
      'The period is closed: the other side agreed to it, or it ended more than 45 days ago. A manager may restate it.',
    measure_valueMissing: 'The value is missing. 0 is a value; blank is none.',
    measure_notANumber: 'This is no number. A percent sign is understood where the KPI is counted in percent.',
    measure_tooLarge: 'The number is too large.',
    measure_partMissing: 'Numerator and denominator belong together: give both or none.',
    measure_denominatorZero: 'Nothing can be divided by 0. Leave out a period with nothing to measure.',
    measure_partsDisagree: 'The value is not the quotient of its parts.',
    measure_ambiguousDuplicate: 'Other rows give another value for the same KPI and period. None of them is taken.',
    measure_incomplete: 'Agreement, KPI or period is missing.',
    measure_repeats: 'Says the same as row {row}.',
  },
  'zh-TW': {
    measure_agreementUnknown: '沒有這個編號的協議，或您無權查看。',
    measure_kpiUnknown: '這份協議沒有這個 KPI。',
    measure_kpiAmbiguous: '協議雙方都有這個 KPI，請註明責任方：我方、對方或雙方。',
    measure_notInForce: '此 KPI 尚未簽署，協議簽署完成後才能收數值。',
    measure_notYours: '只有負責這家公司的同仁與 KPI 負責人可以提供數值。',
    measure_notAPeriod: '這不是期別。請寫 2026-01、2026-Q1 或 2026；115年1月、115年第1季也可以。',
    measure_otherFrequency: '此 KPI 的量測頻率不同。',
    measure_periodOutsideAgreement: '此期別不在 KPI 的期間內。',
    measure_periodNotBegun: '此期別尚未開始。',
    measure_periodClosed: '此期已關帳：對方已同意，或期末已超過 45 天。需由主管重編。',
    measure_valueMissing: '缺少數值。0 是數值，空白不是。',
    measure_notANumber: '這不是數字。以百分比計的 KPI 可以帶 % 符號。',
    measure_tooLarge: '數字過大。',
    measure_partMissing: '分子與分母要一起給，或都不給。',
    measure_denominatorZero: '分母不得為 0；沒有可量測對象的期別請不要列入。',
    measure_partsDisagree: '數值與分子、分母相除的結果不符。',
    measure_ambiguousDuplicate: '其他列對同一 KPI、同一期給了不同的數值，這些列都不採用。',
    measure_incomplete: '缺少協議、KPI 或期別。',
    measure_repeats: '與第 {row} 列相同。',
  },
})
