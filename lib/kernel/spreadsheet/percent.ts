import { exact, plain } from '../exact'
import { attributesOf, tags } from './xml'

/** The number formats for percentages that every workbook knows without naming them. */
const builtIn = ['9', '10']

/** The numbers of the cell styles that show a number as a percentage. */
export function percentStyles(styles: string): ReadonlySet<string> {
  const formats = new Map(tags(styles, 'numFmt').map((tag) => [tag('numFmtId'), tag('formatCode') ?? '']))
  const [, cells = ''] = styles.split(/<\/?(?:\w+:)?cellXfs(?=[\s>])/, 2)
  return new Set(
    tags(cells, 'xf').flatMap((tag, index) => {
      const format = formats.get(tag('numFmtId'))
      const shows = format === undefined ? builtIn.includes(tag('numFmtId') ?? '') : showsPercent(format)
      return shows ? [String(index)] : []
    }),
  )
}

/** A percent sign in quotation marks or behind a backslash is a word: the number is shown as it is. */
const showsPercent = (format: string) => format.replace(/"[^"]*"|\\./g, '').includes('%')

const numbers = [undefined, 'n']

/** The addresses of the cells, among the tags of this text, whose number is shown as a percentage. */
export const percentCells = (xml: string, styles: ReadonlySet<string>): string[] =>
  [...xml.matchAll(/<(?:\w+:)?c\s([^<>]*)>/g)].flatMap(([, inside = '']) => {
    const cell = attributesOf(inside)
    const place = cell('r')
    return place && styles.has(cell('s') ?? '') && numbers.includes(cell('t')) ? [place] : []
  })

/** The share of one that such a cell holds, as people see it: 0.95 is 95%. What is no number stays as it is. */
export const percentText = (share: string): string =>
  Number.isFinite(Number(share)) ? `${plain(exact(share).times(100))}%` : share
