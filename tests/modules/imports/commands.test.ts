import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import type { Actor } from '@/lib/kernel/actor'
import type { Command } from '@/lib/kernel/command'
import { ask, perform } from '@/lib/kernel/perform'
import { Refusal } from '@/lib/kernel/refusal'
import { begin, map, readAs, run, undo } from '@/lib/modules/imports/commands'
import { refuseRow, runChunk } from '@/lib/modules/imports/commands-run'
import { keepChunk, undoChunk } from '@/lib/modules/imports/commands-undo'
import { fail, keepReading, keepRows, settleCheck, take } from '@/lib/modules/imports/commands-work'
import { byId, refusedRows, rows as rowsPage } from '@/lib/modules/imports/queries'
import { aWorkspace, newcomer, owner, person } from '@/tests/people'
import {
  batchOf,
  changesOf,
  checked,
  codeOf,
  csv,
  done,
  imported,
  liveCount,
  ran,
  rowsOf,
  undone,
  upload,
  work,
} from './scene'

const two = csv([
  ['客戶編號', '客戶名稱'],
  ['C1', '大安食品'],
  ['C2', '信義紙業'],
])
const asMapped = { source: 'erp', columns: ['externalId', 'name'] }

/** A company with a manager, two account managers who do not see each other's imports, and the neighbours. */
async function aCompany() {
  const workspace = await aWorkspace()
  return {
    manager: await person('manager', workspace, { name: '張經理' }),
    lin: await person('accountManager', workspace, { name: '林怡君' }),
    wang: await person('accountManager', workspace, { name: '王大為' }),
    assistant: await person('salesAssistant', workspace, { name: '陳助理' }),
    auditor: await person('auditor', workspace, { name: '周稽核' }),
    stranger: await newcomer('manager'),
  }
}

const refusalOf = async (actor: Actor, name: string, content: Uint8Array) => {
  const result = await perform(begin, actor, { name, content })
  if (result.ok) throw new Error('expected a refusal')
  const [field] = Object.values(result.refusal.fieldSentences('zh-TW'))
  return field ?? result.refusal.sentence('zh-TW')
}
const nothingIn = async (actor: Actor) => {
  const [row] =
    await owner()`select count(*)::int as count from import_batches where workspace_id = ${actor.workspaceId}`
  return row?.count === 0
}
const lookAt = (actor: Actor, batchId: string) =>
  ask(byId, actor, { batchId }).then(
    (batch) => batch.status,
    (error: unknown) => (error instanceof Refusal ? error.code : error),
  )

describe('taking a file in', () => {
  it('reads it and guesses its columns; nothing is imported yet', async () => {
    const { lin } = await aCompany()
    const batchId = await upload(lin, '客戶.csv', two)
    expect(await batchOf(lin, batchId)).toMatchObject({
      status: 'uploaded',
      subject: 'accounts',
      source: '客戶',
      reading: { header: ['客戶編號', '客戶名稱'], headerRow: 1 },
      mapping: { columns: ['externalId', 'name'] },
    })
    expect(await liveCount(lin, 'accounts')).toBe(0)
  })

  it('refuses what is no spreadsheet with a sentence, and keeps nothing of it', async () => {
    const lin = await newcomer('accountManager')
    expect(await refusalOf(lin, '合約.pdf', new Uint8Array(Buffer.from('%PDF-1.7')))).toContain('.xlsx')
    expect(await refusalOf(lin, '名單.xlsx', new Uint8Array(Buffer.from('PK\u0003\u0004 not a workbook')))).toMatch(
      /。$/,
    )
    expect(await refusalOf(lin, '空.csv', new Uint8Array())).toMatch(/。$/)
    expect(await nothingIn(lin)).toBe(true)
  })

  it('is for those who serve accounts; auditors only look', async () => {
    const { auditor, assistant } = await aCompany()
    expect(await codeOf(begin, auditor, { name: 'a.csv', content: new Uint8Array(two) })).toBe('notAllowed')
    expect((await done(begin, assistant, { name: 'a.csv', content: new Uint8Array(two) })).id).toBeTruthy()
  })

  it('is seen by whoever did it and by those who see everything, by nobody in another company', async () => {
    const { manager, lin, wang, auditor, stranger } = await aCompany()
    const batchId = await upload(lin, 'a.csv', two)
    for (const actor of [lin, manager, auditor]) expect(await lookAt(actor, batchId)).toBe('uploaded')
    for (const actor of [wang, stranger]) expect(await lookAt(actor, batchId)).toBe('notFound')
  })
})

describe('every step of an import', () => {
  const steps = [
    ['reading it otherwise', readAs, { subject: 'accounts' }],
    ['mapping', map, asMapped],
    ['running', run, {}],
    ['undoing', undo, {}],
  ] as const

  it.each(steps)(
    '%s is refused to auditors, and answers colleagues and other companies as if it were not there',
    async (_, command, input) => {
      const { lin, wang, auditor, stranger } = await aCompany()
      const batchId = await upload(lin, 'a.csv', two)
      const codes = []
      for (const actor of [auditor, wang, stranger]) codes.push(await codeOf(command, actor, { ...input, batchId }))
      expect(codes).toEqual(['notAllowed', 'notFound', 'notFound'])
      expect(await codeOf(command, lin, { ...input, batchId: uuidv7() })).toBe('notFound')
      expect((await batchOf(lin, batchId)).version).toBe(1)
    },
  )

  it('can be taken over by a manager, who then runs it with their own hand on it', async () => {
    const { lin, manager } = await aCompany()
    const batchId = await upload(lin, 'a.csv', two, 'erp')
    expect(await checked(manager, batchId)).toEqual({ new: 2 })
    expect(await ran(manager, batchId)).toEqual({ new: 2 })
    expect(await undone(manager, batchId)).toEqual({ undone: 2 })
  })

  it('is not open to an assistant for accounts, and members are brought by administrators only', async () => {
    const { assistant, manager } = await aCompany()
    const accounts = await upload(assistant, 'a.csv', two)
    expect(await codeOf(map, assistant, { ...asMapped, batchId: accounts })).toBe('imports.mayNot_accounts')
    const members = await upload(
      manager,
      'employees.csv',
      csv([
        ['employee_id', 'last_name', 'hire_date'],
        ['1', 'Davolio', '1992-05-01'],
      ]),
    )
    const columns = ['externalId', 'familyName', 'employedFrom']
    expect(await codeOf(map, manager, { batchId: members, source: 'erp', columns })).toBe('imports.mayNot_members')
    expect(await codeOf(readAs, manager, { batchId: members, subject: 'members' })).toBe('imports.mayNot_members')
  })
})

/** A text so large that the worker reads it. */
const large = (name: string) =>
  Buffer.from(`${name},日期,內容\r\n${`大安食品,2025-03-05,${'很長的內容'.repeat(700)}\r\n`.repeat(2_000)}`)

describe('a file that the worker reads', () => {
  it('is read as it is told, too: what it is about, and without a header', { timeout: 120_000 }, async () => {
    const lin = await newcomer('accountManager')
    const batchId = await upload(lin, '客戶.csv', large('客戶名稱'))
    expect(await batchOf(lin, batchId)).toMatchObject({ status: 'uploaded', subject: 'interactions' })
    await done(readAs, lin, { batchId, subject: 'accounts', headerRow: '0' })
    expect((await batchOf(lin, batchId)).status).toBe('reading')
    await work(lin, batchId)
    expect(await batchOf(lin, batchId)).toMatchObject({
      status: 'uploaded',
      subject: 'accounts',
      reading: { headerRow: 0, header: ['A', 'B', 'C'] },
    })
  })
})

describe('what the columns mean', () => {
  it('must say a name, and no field twice', async () => {
    const lin = await newcomer('accountManager')
    const batchId = await upload(lin, 'a.csv', two)
    expect(await codeOf(map, lin, { batchId, source: 'erp', columns: ['externalId', ''] })).toBe('imports.missing_name')
    expect(await codeOf(map, lin, { batchId, source: 'erp', columns: ['name', 'name'] })).toBe('imports.columnTwice')
    expect(await codeOf(map, lin, { batchId, source: '', columns: ['externalId', 'name'] })).toBe('invalid')
    expect((await batchOf(lin, batchId)).status).toBe('uploaded')
  })

  it('is not settled on a page that shows the file as it was read before', async () => {
    const lin = await newcomer('accountManager')
    const batchId = await upload(lin, 'a.csv', two)
    const { version } = await batchOf(lin, batchId)
    await done(readAs, lin, { batchId, subject: 'accounts', headerRow: '0' })
    expect(await codeOf(map, lin, { ...asMapped, batchId, version })).toBe('imports.notNow')
    await done(readAs, lin, { batchId, subject: 'accounts', headerRow: '1' })
    const { version: latest } = await batchOf(lin, batchId)
    await done(map, lin, { ...asMapped, batchId, version: latest })
    await work(lin, batchId)
    const { version: tried } = await batchOf(lin, batchId)
    await checked(lin, batchId, { columns: ['name', 'externalId'] })
    expect(await codeOf(run, lin, { batchId, version: tried })).toBe('imports.notNow')
  })

  it('is remembered for the next file with the same columns', async () => {
    const lin = await newcomer('accountManager')
    const odd = csv([
      ['甲欄', '乙欄'],
      ['C1', '大安食品'],
    ])
    const first = await upload(lin, 'a.csv', odd)
    expect((await batchOf(lin, first)).mapping.columns).toEqual([null, null])
    await checked(lin, first, { columns: ['externalId', 'name'], source: 'erp' })
    const second = await upload(lin, 'b.csv', odd)
    expect((await batchOf(lin, second)).mapping.columns).toEqual(['externalId', 'name'])
  })
})

describe('the run', () => {
  it('comes after a dry run, once', async () => {
    const lin = await newcomer('accountManager')
    const batchId = await upload(lin, 'a.csv', two, 'erp')
    expect(await codeOf(run, lin, { batchId })).toBe('imports.notNow')
    await checked(lin, batchId)
    await done(run, lin, { batchId })
    expect(await codeOf(run, lin, { batchId })).toBe('imports.notNow')
    expect(await codeOf(map, lin, { ...asMapped, batchId })).toBe('imports.notNow')
    expect(await codeOf(undo, lin, { batchId })).toBe('imports.notNow')
    await work(lin, batchId)
    expect(await codeOf(run, lin, { batchId })).toBe('imports.notNow')
    const before = await changesOf(lin)
    await work(lin, batchId)
    expect(await changesOf(lin)).toBe(before)
    expect(await liveCount(lin, 'accounts')).toBe(2)
  })

  it('leaves refused rows out and hands them back with their reasons', async () => {
    const lin = await newcomer('accountManager')
    const file = csv([
      ['客戶編號', '客戶名稱', '統一編號'],
      ['C1', '大安食品', '04595257'],
      ['C2', '信義紙業', '12345678'],
      ['C3', '', ''],
    ])
    const { batchId, checked: found, done: came } = await imported(lin, 'a.csv', file, { source: 'erp' })
    expect([found, came]).toEqual([
      { new: 1, refused: 2 },
      { new: 1, refused: 2 },
    ])
    const refused = await ask(refusedRows, lin, { batchId, after: 0 })
    expect(refused.header).toEqual(['客戶編號', '客戶名稱', '統一編號'])
    expect(refused.rows.map(({ number, raw, reason }) => [number, raw[0], reason?.code, reason?.column])).toEqual([
      [3, 'C2', 'businessNumberWrong', '統一編號'],
      [4, 'C3', 'nameMissing', undefined],
    ])
    const { rows } = await ask(rowsPage, lin, { batchId, outcome: 'refused' })
    expect(rows[0]?.cells).toEqual([
      { title: '客戶編號', value: 'C2' },
      { title: '客戶名稱', value: '信義紙業' },
      { title: '統一編號', value: '12345678' },
    ])
  })

  it('compares with what is on record when it runs, not when it was tried', async () => {
    const workspace = await aWorkspace()
    const [lin, manager] = [await person('accountManager', workspace), await person('manager', workspace)]
    const late = await upload(manager, 'a.csv', two, 'erp')
    expect(await checked(manager, late)).toEqual({ new: 2 })
    await imported(lin, 'a.csv', two, { source: 'erp' })
    expect(await ran(manager, late)).toEqual({ same: 2 })
    expect(await liveCount(manager, 'accounts')).toBe(2)
  })

  it('stops where somebody may no longer bring what they started, and can be gone on with by a manager', async () => {
    const { lin, manager } = await aCompany()
    const batchId = await upload(lin, 'a.csv', two, 'erp')
    await checked(lin, batchId)
    await done(run, lin, { batchId })
    await owner()`update members set status = 'deactivated' where workspace_id = ${lin.workspaceId} and id = ${lin.id}`
    await work(lin, batchId)
    expect(await batchOf(manager, batchId)).toMatchObject({
      status: 'failed',
      failure: { reason: { code: 'memberGone' } },
    })
    expect(await liveCount(manager, 'accounts')).toBe(0)
  })
})

describe('the steps of the job', () => {
  const reason = { code: 'nothingInIt' }
  const steps = [
    [take, {}],
    [keepReading, { subject: 'accounts', signature: '', reading: {}, mapping: {} }],
    [keepRows, { first: true, rows: [] }],
    [settleCheck, { counts: {}, totalRows: 0 }],
    [fail, { stage: 'running', reason }],
    [runChunk, { from: 0, most: 1 }],
    [refuseRow, { from: 0, reason }],
    [undoChunk, { turn: 0 }],
    [keepChunk, { turn: 0, reason }],
  ] as const

  it.each(steps.map(([command, input]) => [command.name, input] as const))(
    '%s is nothing that a person can do',
    async (name, input) => {
      const command = steps.find(([each]) => each.name === name)?.[0] as Command<z.ZodType, unknown>
      const manager = await newcomer(['manager', 'administrator'])
      const batchId = await upload(manager, 'a.csv', two)
      const before = await rowsOf(manager, batchId)
      expect(await codeOf(command, manager, { batchId, runner: uuidv7(), ...input })).toBe('notAllowed')
      expect([await rowsOf(manager, batchId), (await batchOf(manager, batchId)).version]).toEqual([before, 1])
    },
  )

  it('are refused to a job that another one has taken over from', async () => {
    const manager = await newcomer('manager')
    const batchId = await upload(manager, 'a.csv', two, 'erp')
    await checked(manager, batchId)
    await done(run, manager, { batchId })
    const asJob: Actor = { ...manager, kind: 'job' }
    const [first, second] = [uuidv7(), uuidv7()]
    await done(take, asJob, { batchId, runner: first })
    await done(take, asJob, { batchId, runner: second })
    expect(await codeOf(runChunk, asJob, { batchId, runner: first, from: 0, most: 10 })).toBe('imports.takenOver')
    expect(await liveCount(manager, 'accounts')).toBe(0)
    expect(await done(runChunk, asJob, { batchId, runner: second, from: 0, most: 1 })).toEqual({
      doneRows: 1,
      finished: false,
    })
    expect(await codeOf(runChunk, asJob, { batchId, runner: second, from: 0, most: 1 })).toBe('imports.takenOver')
    expect(await liveCount(manager, 'accounts')).toBe(1)
  })
})
