import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import {
  addLibraryClause,
  retireLibraryClause,
  reviseLibraryClause,
  takeStarterLibrary,
} from '@/lib/modules/agreements/commands-library'
import { setSettings } from '@/lib/modules/agreements/commands-settings'
import { addTemplate, editTemplate, retireTemplate } from '@/lib/modules/agreements/commands-templates'
import type { Facts } from '@/lib/modules/agreements/model'
import { starterClauses, starterTemplates } from '@/lib/modules/agreements/model-starter'
import { library, libraryClause } from '@/lib/modules/agreements/queries-library'
import { proposed } from '@/lib/modules/agreements/queries-proposed'
import { settings } from '@/lib/modules/agreements/queries-settings'
import { templates } from '@/lib/modules/agreements/queries-templates'
import { paperOf } from '@/lib/modules/agreements/rules-paper'
import { variableNames } from '@/lib/modules/agreements/rules-values'
import { termCodes } from '@/lib/modules/terms/model-catalogue'
import { done, refusalOf } from '../terms/scene'
import { aScene, libraryWords } from './scene'

const clause = { code: 'payment', ...libraryWords }
const template = { name: '合約', englishName: 'Contract', kind: 'nda', form: 'standardContract', direction: 'sell' }

describe('the clause library', () => {
  it('keeps every edition of a clause, and shows the one in use', async () => {
    const { lead } = await aScene()
    const { libraryClauseId } = await done(addLibraryClause, lead, clause)
    await done(reviseLibraryClause, lead, { libraryClauseId, ...libraryWords, standard: '付款期間：三十日。' })
    expect((await ask(library, lead, { aspect: 'credit', tag: 'payment' })).clauses).toMatchObject([
      { code: 'payment', edition: 2, standard: '付款期間：三十日。', hasFallback: true },
    ])
    expect((await ask(library, lead, { aspect: 'data' })).clauses).toEqual([])
    const { editions } = await ask(libraryClause, lead, { libraryCode: 'payment' })
    expect(editions.map(({ edition, inUse }) => [edition, inUse])).toEqual([
      [2, true],
      [1, false],
    ])
    expect(await refusalOf(reviseLibraryClause, lead, { libraryClauseId, ...libraryWords })).toBe(
      'agreements.editionReplaced',
    )
  })

  it('goes on counting editions when a retired clause comes back', async () => {
    const { lead } = await aScene()
    const { libraryClauseId } = await done(addLibraryClause, lead, clause)
    expect(await refusalOf(addLibraryClause, lead, clause)).toBe('agreements.codeTaken')
    await done(retireLibraryClause, lead, { libraryClauseId })
    await done(addLibraryClause, lead, clause)
    expect((await ask(library, lead, {})).clauses).toMatchObject([{ edition: 2 }])
  })

  it('is taken over from the starter once, with templates that know their clauses and variables that exist', async () => {
    const { lead } = await aScene()
    await done(takeStarterLibrary, lead, {})
    expect(await refusalOf(takeStarterLibrary, lead, {})).toBe('agreements.notEmpty')
    const { clauses } = await ask(library, lead, {})
    const kept = await ask(templates, lead, {})
    expect(clauses).toHaveLength(starterClauses.length)
    expect(kept.templates).toHaveLength(starterTemplates.length)
    const known = new Set(clauses.map(({ code }) => code))
    for (const each of kept.templates) expect(each.clauseCodes.filter((code) => !known.has(code))).toEqual([])
    const names = new Set<string>([...variableNames, ...termCodes.map((code) => `term.${code}`)])
    const used = starterClauses.flatMap(({ standard, englishStandard, fallback, englishFallback }) =>
      [standard, englishStandard, fallback, englishFallback].flatMap((text) =>
        typeof text === 'string' ? [...text.matchAll(/\{\{(.*?)\}\}/g)].map(([, name]) => name ?? '') : [],
      ),
    )
    expect(used.filter((name) => !names.has(name))).toEqual([])
  })

  it('calls the parties in the starter’s clauses what the head of the paper calls them, in both languages', () => {
    const supply = starterClauses.find(({ code }) => code === 'supply')
    const named = { ourName: '禾岫', theirName: '大安' }
    const facts = { ...named, startsOn: null, months: null, noticeCount: null, yearlyValue: null } as Facts
    const about = { title: '合約', code: 'AG-2026-0001', on: '2026-01-02', annexes: [], frame: null } as const
    for (const [direction, seller, buyer] of [
      ['sell', '禾岫', '大安'],
      ['buy', '大安', '禾岫'],
    ] as const)
      for (const [language, body, sells, buys] of [
        ['zh-TW', supply?.standard, `${seller}（(?:以下簡|下)稱乙方）`, `${buyer}（(?:以下簡|下)稱甲方）`],
        ['en', supply?.englishStandard, `${seller} \\(Party B\\)`, `${buyer} \\(Party A\\)`],
      ] as const) {
        const words = body?.replace('{{sellerName}}', seller).replace('{{buyerName}}', buyer) ?? ''
        const paper = paperOf({ ...about, direction, language, facts, clauses: [{ heading: '品項', body: words }] })
        const said = JSON.stringify(paper.blocks)
        const times = [sells, buys].map((name) => said.match(new RegExp(name, 'g'))?.length)
        expect(times).toEqual([2, 2])
      }
    const inEnglish = starterClauses.flatMap(({ englishStandard, englishFallback }) => [
      englishStandard,
      englishFallback,
    ])
    expect(inEnglish.filter((text) => /\b(we|us|our|you|your)\b/i.test(text ?? ''))).toEqual([])
  })

  it('wants a fallback in both languages, and is kept by leads and managers alone', async () => {
    const { lead, keeper } = await aScene()
    expect(await refusalOf(addLibraryClause, lead, { ...clause, englishFallback: '' })).toBe(
      'agreements.otherLanguageMissing',
    )
    expect(await refusalOf(addLibraryClause, keeper, clause)).toBe('notAllowed')
    const { libraryClauseId } = await done(addLibraryClause, lead, clause)
    const elsewhere = (await aScene()).lead
    for (const command of [reviseLibraryClause, retireLibraryClause])
      expect(await refusalOf(command, elsewhere, { libraryClauseId, ...libraryWords })).not.toBeNull()
    expect((await ask(library, elsewhere, {})).clauses).toEqual([])
  })
})

describe('a template', () => {
  it('orders clauses of the library, each once, and leaves blanks out', async () => {
    const { lead } = await aScene()
    await done(takeStarterLibrary, lead, {})
    const added = { ...template, clauseCodes: ['payment', '', 'supply', 'payment'] }
    const { agreementTemplateId } = await done(addTemplate, lead, added)
    const find = async () =>
      (await ask(templates, lead, {})).templates.find(({ id }) => id === agreementTemplateId)?.clauseCodes
    expect(await find()).toEqual(['payment', 'supply'])
    await done(editTemplate, lead, { agreementTemplateId, ...template, clauseCodes: ['supply', 'payment'] })
    expect(await find()).toEqual(['supply', 'payment'])
    expect(await refusalOf(addTemplate, lead, added)).toBe('agreements.nameTaken')
    const unknown = { agreementTemplateId, ...template, clauseCodes: ['nowhere'] }
    expect(await refusalOf(editTemplate, lead, unknown)).toBe('agreements.clauseUnknown')
    await done(retireTemplate, lead, { agreementTemplateId })
    expect(await find()).toBeUndefined()
  })
})

describe('the settings of agreements', () => {
  const days = { retentionYears: '10', acknowledgeDays: '３' }

  it('say who we are on the next paper', async () => {
    const { lead, keeper, accountId } = await aScene()
    await done(setSettings, lead, { ...days, ourName: '禾豐食品股份有限公司', fullFrom: '5,000,000', letterUpTo: '0' })
    expect(await ask(settings, keeper, {})).toMatchObject({ fullFrom: '5000000', letterUpTo: '0', acknowledgeDays: 3 })
    const { facts } = await ask(proposed, keeper, { accountId })
    expect(facts).toMatchObject({ ourName: '禾豐食品股份有限公司', theirName: '大安食品股份有限公司' })
  })

  it.each([
    [{ letterUpTo: '500', fullFrom: '500' }, 'agreements.boundsCross'],
    [{ ourBusinessNumber: '12345678' }, 'agreements.numberWrong'],
    [{ retentionYears: '0' }, 'invalid'],
  ])('refuse %j', async (wrong, code) => {
    const { lead } = await aScene()
    expect(await refusalOf(setSettings, lead, { ...days, ...wrong })).toBe(code)
  })
})
