import { describe, expect, it } from 'vitest'
import { ask, perform } from '@/lib/kernel/perform'
import { draft, setFacts } from '@/lib/modules/agreements/commands'
import { addClause, editClause, removeClause } from '@/lib/modules/agreements/commands-clauses'
import { takeStarterLibrary } from '@/lib/modules/agreements/commands-library'
import { setSettings } from '@/lib/modules/agreements/commands-settings'
import { beginText, fillVariables, takeWords } from '@/lib/modules/agreements/commands-text'
import { keepTheirPaper } from '@/lib/modules/agreements/commands-their-paper'
import { compare } from '@/lib/modules/agreements/queries-compare'
import { drafting } from '@/lib/modules/agreements/queries-drafting'
import { text, theirPaper } from '@/lib/modules/agreements/queries-text'
import { store } from '@/lib/modules/files/commands'
import { done, refusalOf } from '../terms/scene'
import { annual, aScene, drafted, look } from './scene'

/** A draft with the starter library at hand, and thresholds that make it a standard contract. */
async function withLibrary(facts: object = { yearlyValue: '2000000' }) {
  const scene = await aScene()
  await done(takeStarterLibrary, scene.lead, {})
  const bounds = { letterUpTo: '500000', fullFrom: '5000000', retentionYears: '10', acknowledgeDays: '3' }
  await done(setSettings, scene.lead, bounds)
  const { agreementVersionId } = scene
  const { kind: _, title: __, ...said } = annual
  await done(setFacts, scene.keeper, { agreementVersionId, ...said, ...facts }, drafted)
  const help = () => ask(drafting, scene.keeper, { agreementVersionId }, drafted)
  const clauses = async () => (await look(scene.keeper, scene.agreementId)).latest.clauses
  return { ...scene, help, clauses }
}

async function begun() {
  const scene = await withLibrary()
  const { fitting } = await scene.help()
  const { agreementVersionId } = scene
  await done(beginText, scene.keeper, { agreementVersionId, agreementTemplateId: fitting }, drafted)
  const clause = async (code: string) => {
    const found = (await scene.clauses()).find(({ libraryCode }) => libraryCode === code)
    if (!found) throw new Error(code)
    return found
  }
  return { ...scene, clause }
}

describe('our paper', () => {
  it.each([
    [{ yearlyValue: '500000' }, 'confirmationLetter', 'valueUpToLetter', '年度條件確認函'],
    [{ yearlyValue: '500000.01' }, 'standardContract', 'valueBetween', '年度供貨合約'],
    [{ yearlyValue: '5000000' }, 'fullContract', 'valueFromFull', '年度供貨合約（完整）'],
    [{ yearlyValue: '500000', currency: 'USD' }, 'standardContract', 'valueUnknown', '年度供貨合約'],
    [{ yearlyValue: '', governingLaw: '日本法' }, 'fullContract', 'foreignLaw', '年度供貨合約（完整）'],
  ])('of %j needs a %s because of %s, and begins with the template that fits', async (facts, form, reason, name) => {
    const { help } = await withLibrary(facts)
    const { fitting, templates, ...due } = await help()
    expect(due).toMatchObject({ form, reasons: [reason] })
    expect(templates.find(({ id }) => id === fitting)?.name).toBe(name)
  })

  it('begins with the clauses of the template, filled with what is known, and lists what is not', async () => {
    const { clause, help } = await begun()
    expect((await clause('supply')).body).toContain('大安食品股份有限公司')
    expect((await clause('term')).body).toContain('民國115年1月1日')
    expect((await clause('term')).body).toContain('90 日')
    const { unfilled, unknown } = await help()
    expect(unknown).toEqual([])
    expect(unfilled).toEqual(expect.arrayContaining(['sellerName', 'venue']))
  })

  it.each([
    ['sell', '年度供貨合約', '禾豐食品（下稱乙方）依本協議供應商品予大安食品股份有限公司（下稱甲方）'],
    ['buy', '採購合約', '大安食品股份有限公司（下稱乙方）依本協議供應商品予禾豐食品（下稱甲方）'],
  ])('says who supplies whom where we %s', async (direction, name, words) => {
    const { keeper, accountId } = await withLibrary()
    const { agreementId } = await done(draft, keeper, { accountId, ...annual, direction, ourName: '禾豐食品' }, drafted)
    const { latest } = await look(keeper, agreementId)
    const version = { agreementVersionId: latest.id }
    const { templates } = await ask(drafting, keeper, version, drafted)
    const begin = { ...version, agreementTemplateId: templates.find((each) => each.name === name)?.id }
    await done(beginText, keeper, begin, drafted)
    const { clauses } = (await look(keeper, agreementId)).latest
    expect(clauses.find(({ libraryCode }) => libraryCode === 'supply')?.body).toContain(words)
  })

  it('fills what becomes known later, and is begun once', async () => {
    const { keeper, agreementVersionId, clause, help } = await begun()
    const { kind: _, title: __, ...facts } = annual
    await done(setFacts, keeper, { agreementVersionId, ...facts, ourName: '禾豐食品', venue: '臺北地方法院' }, drafted)
    expect((await help()).mayFill).toBe(true)
    await done(fillVariables, keeper, { agreementVersionId }, drafted)
    expect((await clause('supply')).body).toContain('禾豐食品')
    const { fitting, mayFill } = await help()
    expect(mayFill).toBe(false)
    const again = { agreementVersionId, agreementTemplateId: fitting }
    expect(await refusalOf(beginText, keeper, again, drafted)).toBe('agreements.textBegun')
  })

  it('marks how far a clause is from the library by comparing, and wants the reason', async () => {
    const { keeper, clause } = await begun()
    const returns = await clause('returns')
    const said = { heading: returns.heading, aspect: 'quality', tags: ['returns'] }
    const freely = { clauseId: returns.id, ...said, body: '商品得無條件退貨。' }
    expect(await refusalOf(editClause, keeper, freely, drafted)).toBe('agreements.deviationUnexplained')
    await done(editClause, keeper, { ...freely, deviationReason: '對方堅持' }, drafted)
    expect((await clause('returns')).deviation).toBe('material')
    const fallback = { clauseId: returns.id, words: 'fallback' }
    expect(await refusalOf(takeWords, keeper, fallback, drafted)).toBe('agreements.deviationUnexplained')
    await done(takeWords, keeper, { ...fallback, deviationReason: '以滯銷比例為限' }, drafted)
    expect(await clause('returns')).toMatchObject({ deviation: 'minor', deviationReason: '以滯銷比例為限' })
    await done(takeWords, keeper, { clauseId: returns.id, words: 'standard' }, drafted)
    expect(await clause('returns')).toMatchObject({ deviation: 'none', deviationReason: null })
  })

  it('says in its text the value that is kept beside it', async () => {
    const { keeper, agreementVersionId } = await withLibrary()
    const clause = { agreementVersionId, heading: '付款', body: '月結 45 天', aspect: 'credit' }
    expect(await refusalOf(addClause, keeper, { ...clause, value: '60 天' }, drafted)).toBe('agreements.valueNotSaid')
    await done(addClause, keeper, { ...clause, value: '45天' }, drafted)
  })

  it('is compared with the library word by word', async () => {
    const { keeper, agreementId, clause } = await begun()
    const { id: clauseId, heading, body } = await clause('confidentiality')
    const longer = {
      clauseId,
      heading,
      aspect: 'legal',
      body: body.replace('三年', '五年'),
      deviationReason: '對方要求',
    }
    await done(editClause, keeper, longer, drafted)
    await done(removeClause, keeper, { clauseId: (await clause('rebate')).id }, drafted)
    const { changes } = await ask(compare, keeper, { agreementId, from: 'library' }, drafted)
    const changed = changes.filter(({ kind }) => kind !== 'same')
    expect(changed).toMatchObject([{ kind: 'changed', before: { body } }])
    const runs = changed[0]?.kind === 'changed' ? changed[0].body : []
    expect(runs.filter(({ kind }) => kind !== 'same').map(({ kind, text: said }) => [kind, said])).toEqual([
      ['removed', '三'],
      ['added', '五'],
    ])
  })

  it('is drafted by nobody who does not serve the account, nor from another company', async () => {
    const { colleague, agreementVersionId, help } = await withLibrary()
    const { fitting } = await help()
    const input = { agreementVersionId, agreementTemplateId: fitting }
    expect(await refusalOf(beginText, colleague, input, drafted)).toBe('notAllowed')
    const elsewhere = await aScene()
    expect(await refusalOf(beginText, elsewhere.keeper, input, drafted)).toBe('notFound')
    expect(await refusalOf(fillVariables, elsewhere.keeper, { agreementVersionId }, drafted)).toBe('notFound')
  })
})

describe('their paper', () => {
  const payment = { heading: '付款條件', aspect: 'credit', value: '月結 90 天' }
  const departs = { deviation: 'material', deviationReason: '我方標準 60 天' }

  async function theirs() {
    const scene = await aScene()
    const { agreementId } = await done(
      draft,
      scene.keeper,
      { accountId: scene.accountId, ...annual, paper: 'theirs' },
      drafted,
    )
    const agreementVersionId = (await look(scene.keeper, agreementId)).latest.id
    return { ...scene, agreementId, agreementVersionId }
  }

  it('is kept as the file that they sent with its key terms, each the same line when it is typed again', async () => {
    const { keeper, agreementId, agreementVersionId } = await theirs()
    const content = new TextEncoder().encode('%PDF-1.4\n%%EOF')
    const { id: fileId } = await done(store, keeper, { name: '海禾合約.pdf', content })
    const terms = [
      { ...payment, ...departs },
      { heading: '退貨', aspect: 'quality' },
    ]
    await done(keepTheirPaper, keeper, { agreementVersionId, fileId, terms }, drafted)
    const view = await ask(theirPaper, keeper, { agreementVersionId }, drafted)
    expect(view).toMatchObject({ file: { name: '海禾合約.pdf' }, terms: [{ ...payment, ...departs }] })
    const before = (await look(keeper, agreementId)).latest.clauses
    const again = [
      { ...payment, ...departs, value: '月結 75 天' },
      { heading: '獨家', aspect: 'legal', value: '無' },
    ]
    await done(keepTheirPaper, keeper, { agreementVersionId, fileId, terms: again }, drafted)
    const { clauses, paperFileId } = await ask(text, keeper, { agreementId }, drafted)
    expect(clauses.map(({ heading, value }) => [heading, value])).toEqual([
      ['付款條件', '月結 75 天'],
      ['獨家', '無'],
    ])
    expect([clauses[0]?.key, paperFileId]).toEqual([before[0]?.key, fileId])
    await done(keepTheirPaper, keeper, { agreementVersionId, fileId, terms: [] }, drafted)
    expect((await ask(text, keeper, { agreementId }, drafted)).clauses).toEqual([])
  })

  it.each([
    [[{ ...payment, deviation: 'minor' }], 'terms.0.deviationReason'],
    [[{ ...payment, heading: '' }], 'terms.0.heading'],
    [[payment, { ...payment, heading: ' 付款 條件 ' }], 'terms.1.heading'],
  ])('refuses %j beside its line', async (terms, field) => {
    const { keeper, agreementVersionId } = await theirs()
    const result = await perform(keepTheirPaper, keeper, { agreementVersionId, terms }, { now: drafted })
    expect(result.ok ? [] : Object.keys(result.refusal.fields)).toEqual([field])
  })

  it('is not typed over our paper, and takes nobody else’s file', async () => {
    const { keeper, colleague, agreementVersionId } = await theirs()
    const ours = await aScene()
    const input = { agreementVersionId: ours.agreementVersionId, terms: [payment] }
    expect(await refusalOf(keepTheirPaper, ours.keeper, input, drafted)).toBe('agreements.notTheirPaper')
    const content = new TextEncoder().encode('%PDF-1.4\n%%EOF')
    const { id: fileId } = await done(store, colleague, { name: '別人的.pdf', content })
    expect(await refusalOf(keepTheirPaper, keeper, { agreementVersionId, fileId, terms: [] }, drafted)).toBe(
      'files.fileUnknown',
    )
  })
})
