import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { runJob } from '@/lib/kernel/worker'
import { draft, setFacts } from '@/lib/modules/agreements/commands'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { askPaper, keepPaper } from '@/lib/modules/agreements/commands-papers'
import { sendOut } from '@/lib/modules/agreements/commands-signing'
import { freezePaper, makePaper } from '@/lib/modules/agreements/jobs'
import { downloadPaper } from '@/lib/modules/agreements/queries-downloads'
import { workingPaper } from '@/lib/modules/agreements/queries-papers'
import { filesOf } from '@/lib/modules/files/queries'
import { textOf } from '@/tests/kernel/pdf-text'
import { wordTextOf } from '@/tests/kernel/word-text'
import { newcomer, owner } from '@/tests/people'
import { done, noon, refusalOf } from '../terms/scene'
import {
  annual,
  annualFacts,
  aScene,
  drafted,
  executedAgreement,
  look,
  payment,
  readyAgreement,
  sentOut,
} from './scene'

type Scene = Awaited<ReturnType<typeof aScene>>
const squeezed = (text: string) => text.replace(/\s/g, '')

async function aText() {
  const scene = await aScene()
  const { keeper, agreementVersionId } = scene
  await done(addClause, keeper, { agreementVersionId, ...payment })
  const party = { ourName: '和泰食品股份有限公司', yearlyValue: '12345678' }
  await done(setFacts, keeper, { agreementVersionId, ...annualFacts, ...party }, drafted)
  return scene
}

/** What was asked for is made, as the worker does it. */
async function made({ workspace, agreementVersionId }: Pick<Scene, 'workspace' | 'agreementVersionId'>, now = drafted) {
  const rows = await owner()<{ id: string }[]>`
    select id from agreement_papers where version_id = ${agreementVersionId} order by id`
  for (const { id } of rows)
    await runJob(makePaper, {
      ...{ jobId: crypto.randomUUID(), workspaceId: workspace.id, now },
      payload: { agreementPaperId: id },
    })
  return rows.map(({ id }) => id)
}
const bytesOf = async (actor: Actor, versionId: string, which: 'draft' | 'word' | null) =>
  new Uint8Array(await (await downloadPaper(actor, versionId, which)).arrayBuffer())
const stateOf = async ({ keeper, agreementVersionId }: Scene, now = drafted) =>
  ask(workingPaper, keeper, { agreementVersionId }, now)

describe('the paper to work with', () => {
  it('is made on request as PDF and for Word, in the words that will be frozen, marked as a draft on every page', async () => {
    const scene = await aText()
    const { keeper, agreementVersionId, workspace } = scene
    expect(await stateOf(scene)).toMatchObject({ state: 'none', isDraft: true })
    await done(askPaper, keeper, { agreementVersionId }, drafted)
    expect(await stateOf(scene)).toMatchObject({ state: 'making', isLate: false })
    await Promise.all([made(scene), made(scene)])
    expect(await stateOf(scene)).toMatchObject({ state: 'made', hasPdf: true })
    const pdf = squeezed(textOf(await bytesOf(keeper, agreementVersionId, 'draft')))
    const word = await bytesOf(keeper, agreementVersionId, 'word')
    const { contentHash } = (await look(keeper, scene.agreementId)).latest
    const amount = '新臺幣壹仟貳佰參拾肆萬伍仟陸佰柒拾捌元整'
    for (const said of [
      amount,
      '民國115年1月1日（2026-01-01）',
      '第一條付款',
      '月結60天，票期30天。',
      '大安食品股份有限公司',
    ]) {
      expect(pdf).toContain(said)
      expect(squeezed(wordTextOf(word))).toContain(said)
    }
    expect(pdf).toContain('草稿')
    expect(wordTextOf(word, 'word/header1.xml')).toBe('草　稿')
    expect(wordTextOf(word, 'word/footer1.xml')).toContain(contentHash)
    await readyAgreement(scene)
    await done(sendOut, keeper, { agreementVersionId }, sentOut)
    const payload = { agreementVersionId }
    await runJob(freezePaper, { jobId: crypto.randomUUID(), workspaceId: workspace.id, payload, now: sentOut })
    const frozen = squeezed(textOf(await bytesOf(keeper, agreementVersionId, null)))
    expect(frozen).toBe(pdf.replaceAll('草稿', ''))
  })

  it('reads in English on an English paper, PDF and Word alike', async () => {
    const scene = await aScene()
    const { keeper, accountId } = scene
    const said = { ...annual, title: 'Annual supply', language: 'en', ourName: 'Hotai Foods', theirName: 'Da-an Foods' }
    const { agreementId } = await done(draft, keeper, { accountId, ...said, yearlyValue: '1200000' }, drafted)
    const agreementVersionId = (await look(keeper, agreementId)).latest.id
    const clause = { heading: 'Payment', body: 'Sixty days after the end of the month.', aspect: 'credit' }
    await done(addClause, keeper, { agreementVersionId, ...clause })
    await done(askPaper, keeper, { agreementVersionId }, drafted)
    await made({ ...scene, agreementVersionId })
    const pdf = squeezed(textOf(await bytesOf(keeper, agreementVersionId, 'draft')))
    const word = squeezed(wordTextOf(await bytesOf(keeper, agreementVersionId, 'word')))
    for (const text of [pdf, word])
      for (const words of [
        'Article1.Payment',
        'Sixtydaysaftertheendofthemonth.',
        'January1,2026',
        'PartyA',
        '1,200,000',
      ])
        expect(text).toContain(words)
    expect(pdf).toContain('DRAFT')
    expect(pdf).toMatch(/Page1of\d/)
  })

  it('is never handed out in words that have changed, and is not made twice of the same', async () => {
    const scene = await aText()
    const { keeper, agreementVersionId } = scene
    await done(askPaper, keeper, { agreementVersionId }, drafted)
    await done(addClause, keeper, { agreementVersionId, heading: '交貨', body: '每週到貨', aspect: 'supply' })
    await made(scene)
    expect(await stateOf(scene)).toMatchObject({ state: 'none' })
    await expect(downloadPaper(keeper, agreementVersionId, 'draft')).rejects.toMatchObject({ code: 'notFound' })
    await done(askPaper, keeper, { agreementVersionId }, drafted)
    await made(scene)
    expect(squeezed(textOf(await bytesOf(keeper, agreementVersionId, 'draft')))).toContain('每週到貨')
    await done(askPaper, keeper, { agreementVersionId }, drafted)
    expect(await made(scene)).toHaveLength(2)
    const [files] = await owner()`select count(*)::int as many from files where workspace_id = ${scene.workspace.id}
      and purpose = 'report'`
    expect(files).toEqual({ many: 2 })
  })

  it('may be asked for again after a minute in which nothing came', async () => {
    const scene = await aText()
    const { agreementVersionId } = scene
    await done(askPaper, scene.keeper, { agreementVersionId }, drafted)
    const later = new Date(drafted.getTime() + 61_000)
    expect(await stateOf(scene, later)).toMatchObject({ state: 'making', isLate: true })
    await done(askPaper, scene.keeper, { agreementVersionId }, later)
    expect(await stateOf(scene, later)).toMatchObject({ state: 'making', isLate: false })
  })

  it('is for Word alone once everybody has signed, and says on every page that it is no signed original', async () => {
    const scene = await executedAgreement(await aText())
    const { keeper, agreementVersionId } = scene
    const now = noon('2026-01-03')
    await done(askPaper, keeper, { agreementVersionId }, now)
    await made(scene, now)
    expect(await stateOf(scene, now)).toEqual({
      ...{ versionId: agreementVersionId, isDraft: false, hasPdf: false, state: 'made', isLate: false },
    })
    const word = await bytesOf(keeper, agreementVersionId, 'word')
    expect(wordTextOf(word)).toContain('月結 60 天')
    expect(wordTextOf(word, 'word/header1.xml')).toBe('文字複本，非簽署正本')
    await expect(downloadPaper(keeper, agreementVersionId, 'draft')).rejects.toMatchObject({ code: 'notFound' })
  })

  it('is for those who may read the agreement, is among nobody’s files, and is not made of their paper', async () => {
    const scene = await aText()
    const { keeper, colleague, accountId, agreementVersionId, agreementId } = scene
    await owner()`update agreements set confidential = true where id = ${agreementId}`
    await done(askPaper, keeper, { agreementVersionId }, drafted)
    await made(scene)
    for (const actor of [colleague, await newcomer('manager')]) {
      expect(await refusalOf(askPaper, actor, { agreementVersionId })).toBe('notFound')
      for (const which of ['draft', 'word'] as const)
        await expect(downloadPaper(actor, agreementVersionId, which)).rejects.toMatchObject({ code: 'notFound' })
    }
    expect((await ask(filesOf, keeper, { accountId }, drafted)).files).toEqual([])
    const [asked] = await owner()`select id from agreement_papers where version_id = ${agreementVersionId}`
    const input = { agreementPaperId: asked?.id, pdf: null, word: new Uint8Array(1) }
    expect(await refusalOf(keepPaper, await newcomer('administrator'), input)).toBe('notAllowed')
    const theirs = await done(draft, keeper, { accountId, ...annual, paper: 'theirs' }, drafted)
    const { latest } = await look(keeper, theirs.agreementId)
    expect(await refusalOf(askPaper, keeper, { agreementVersionId: latest.id })).toBe('agreements.notOurPaper')
    expect(await ask(workingPaper, keeper, { agreementVersionId: latest.id }, drafted)).toBeNull()
  })
})
