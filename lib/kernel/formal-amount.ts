import { roundHalfUp } from './money'

const numerals = '零壹貳參肆伍陸柒捌玖'
const places = ['', '拾', '佰', '仟']
const groups = ['', '萬', '億', '兆']
const largest = 16

/** Up to four digits; one 零 stands for each run of zeros before a digit. */
function group(digits: string, isFirst: boolean): string {
  let written = ''
  let skipped = false
  for (const [index, digit] of [...digits].entries()) {
    if (digit === '0') {
      skipped = true
      continue
    }
    if (skipped && (written !== '' || !isFirst)) written += '零'
    skipped = false
    written += `${numerals[Number(digit)]}${places[digits.length - 1 - index]}`
  }
  return written
}

/**
 * An amount of New Taiwan dollars in financial numerals, as contracts write it: 新臺幣壹佰貳拾萬元整 (L01). Rounded to whole
 * dollars, half up; negative amounts begin with 負. Throws for more than sixteen digits.
 */
export function formalAmount(amount: string): string {
  const rounded = roundHalfUp(amount)
  const digits = rounded.replace('-', '')
  if (digits.length > largest) throw new RangeError('too large for formal numerals')
  if (digits === '0') return '新臺幣零元整'
  const padded = digits.padStart(Math.ceil(digits.length / 4) * 4, '0')
  const parts = padded.match(/\d{4}/g) ?? []
  const written = parts.reduce((before, part, index) => {
    if (part === '0000') return before
    const first = before === ''
    const gap = !first && parts[index - 1] === '0000' && !part.startsWith('0') ? '零' : ''
    return `${before}${gap}${group(part, first)}${groups[parts.length - 1 - index]}`
  }, '')
  return `${rounded.startsWith('-') ? '負' : ''}新臺幣${written}元整`
}
