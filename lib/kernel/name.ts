import type { Locale } from './messages'
import { normaliseForSearch, startsIdeographic } from './search-text'

const chineseForms =
  /(?:股份有限公司|有限責任公司|有限公司|\(股\)有限公司|\(股\)公司|\(有\)公司|\(股\)|株式会社|(?<!分)公司)$/
const latinForms = new Set(
  'co company corp corporation inc incorporated ltd limited llc llp lp plc gmbh ag kg ohg mbh sa sas sarl spa srl sl bv nv oy oyj ab as aps asa pte pty kk lda ltda cv'.split(
    ' ',
  ),
)

/**
 * The key by which two spellings of one company meet: NFKC, 臺 as 台, case and accents folded, legal forms, spaces and
 * punctuation dropped. A legal form stays when nothing else would be left; 分公司 is a unit of its own and stays.
 */
export function normaliseCompanyName(text: string): string {
  const folded = normaliseForSearch(text.slice(0, 500))
  const words = folded
    .replace(/\b(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .split(/[\s,.&/]+/)
    .filter(Boolean)
  while (words.length > 1 && latinForms.has(words.at(-1) ?? '')) words.pop()
  let joined = words.join('')
  for (let form = chineseForms.exec(joined); form && form.index > 0; form = chineseForms.exec(joined)) {
    joined = joined.slice(0, form.index)
  }
  const bare = (value: string) => value.replace(/^株式会社(?=.)/, '').replace(/[\s\p{P}]+/gu, '')
  return bare(joined) || bare(folded) || folded
}

/** The parts of a person's name as they are kept; each may be missing. */
export type PersonName = {
  familyName?: string | null
  givenName?: string | null
  displayName?: string | null
  englishName?: string | null
  honorific?: string | null
}

const said = (part: string | null | undefined) => part?.trim() ?? ''

/** Family name first without a space in Chinese; given name, space, family name in Latin letters. */
function fullName(person: PersonName): string {
  const [family, given] = [said(person.familyName), said(person.givenName)]
  return startsIdeographic(family || given) ? family + given : [given, family].filter(Boolean).join(' ')
}

/** The name on screen: as the person wants it written; in English the English name when there is one. */
export function displayNameOf(person: PersonName, locale: Locale): string {
  const own = said(person.displayName) || fullName(person)
  return locale === 'en' ? said(person.englishName) || own : own || said(person.englishName)
}

const englishTitles: Readonly<Record<string, string>> = {
  先生: 'Mr.',
  女士: 'Ms.',
  小姐: 'Ms.',
  太太: 'Mrs.',
  博士: 'Dr.',
  教授: 'Prof.',
}
const chineseTitles: Readonly<Record<string, string>> = {
  mr: '先生',
  ms: '女士',
  mrs: '女士',
  miss: '小姐',
  dr: '博士',
  prof: '教授',
}
const isLatinTitle = (honorific: string) => honorific !== '' && !startsIdeographic(honorific)

/** How to address the person: 王經理, 王先生, Ms. Chen; the display name when the parts do not allow more. */
export function greetingOf(person: PersonName, locale: Locale): string {
  const [family, honorific] = [said(person.familyName), said(person.honorific)]
  if (!honorific) return displayNameOf(person, locale)
  const chinese = isLatinTitle(honorific) ? chineseTitles[honorific.toLowerCase().replace('.', '')] : honorific
  if (locale === 'zh-TW' && family && chinese)
    return startsIdeographic(family) ? family + chinese : `${family} ${chinese}`
  const latin = isLatinTitle(honorific) ? honorific : englishTitles[honorific]
  const latinFamily = startsIdeographic(family) ? englishFamilyName(said(person.englishName)) : family
  if (latin && latinFamily) return `${latin} ${latinFamily}`
  if (locale === 'en' && !said(person.englishName) && startsIdeographic(family) && chinese) return family + chinese
  return displayNameOf(person, locale)
}

const englishFamilyName = (name: string) => (name.includes(' ') ? name.slice(name.lastIndexOf(' ') + 1) : '')

/** For an avatar: the last two characters of a Chinese name, otherwise the first letters of the first and last word. */
export function initialsOf(name: string): string {
  const plain = name.trim()
  if (startsIdeographic(plain)) return [...plain.replace(/\s+/g, '')].slice(-2).join('')
  const words = plain.split(/[\s.,-]+/).filter(Boolean)
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words
  return letters.map((word) => [...(word ?? '')][0]?.toUpperCase() ?? '').join('')
}

/** Family name first in every language, folded; the database orders Chinese by stroke through its collation. */
export const nameSortKey = (person: PersonName): string =>
  normaliseForSearch([said(person.familyName), said(person.givenName)].filter(Boolean).join(' ')) ||
  normaliseForSearch(said(person.displayName) || said(person.englishName))

const doubleFamilyNames = new Set(
  '歐陽 司馬 上官 諸葛 司徒 東方 皇甫 尉遲 公孫 令狐 慕容 宇文 長孫 鍾離 端木 南宮 夏侯 張簡 范姜 歐里'.split(' '),
)

/**
 * Splits a name that came in one piece: 王大明 and 歐陽小華 family first, `Maria Anders` family last, `Anders, Maria` at the
 * comma. One word alone is a given name.
 */
export function splitPersonName(text: string): { familyName: string; givenName: string } {
  const plain = text.normalize('NFC').trim().replace(/\s+/g, ' ')
  if (startsIdeographic(plain)) {
    const characters = [...plain.replaceAll(' ', '')]
    const length = characters.length > 2 && doubleFamilyNames.has(characters.slice(0, 2).join('')) ? 2 : 1
    if (characters.length < 2 || characters.length > 5) return { familyName: '', givenName: plain }
    return { familyName: characters.slice(0, length).join(''), givenName: characters.slice(length).join('') }
  }
  const comma = plain.indexOf(',')
  if (comma > 0) return { familyName: plain.slice(0, comma).trim(), givenName: plain.slice(comma + 1).trim() }
  const space = plain.lastIndexOf(' ')
  return space < 0
    ? { familyName: '', givenName: plain }
    : { familyName: plain.slice(space + 1), givenName: plain.slice(0, space) }
}

const genders: Readonly<Record<string, readonly string[]>> = {
  先生: ['先生'],
  女士: ['女士', '小姐'],
  小姐: ['小姐', '女士'],
  太太: ['太太', '女士'],
}

/**
 * Every way a colleague would call this person in a note: full name, given name, English name and first name, and the
 * family name with the honorific, the words of the job title, and 先生 or 小姐. Single Chinese characters are left out.
 */
export function callNamesOf(person: PersonName & { title?: string | null }): string[] {
  const [family, given, english] = [said(person.familyName), said(person.givenName), said(person.englishName)]
  const called = [
    said(person.displayName),
    fullName(person),
    given,
    english,
    english.split(' ')[0],
    given.split(' ')[0],
  ]
  if (startsIdeographic(family)) {
    const honorific = said(person.honorific)
    const titles = [
      honorific,
      ...(genders[honorific] ?? ['先生', '小姐', '女士']),
      ...chineseTitleWords(said(person.title)),
    ]
    called.push(...titles.filter(Boolean).map((title) => family + title))
  }
  return [...new Set(called.filter((name): name is string => name !== undefined && [...name].length > 1))]
}

const titleWords =
  '董事長 總經理 副總經理 副總 執行長 總監 協理 副理 襄理 經理 處長 部長 廠長 店長 課長 科長 組長 主任 專員 顧問 特助 秘書 助理 老闆 醫師 老師 教授'.split(
    ' ',
  )

/** 採購經理 answers to 經理; 副總經理 to 副總經理, 副總 and, out of courtesy, 總經理. */
const chineseTitleWords = (title: string) => titleWords.filter((word) => title.includes(word))
