import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { sealWorkspace } from '@/lib/kernel/seal'
import { inTransaction } from '@/lib/kernel/transaction'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { submitOccurrence } from '@/lib/modules/agreements/commands-occurrences'
import { verifyRecords } from '@/lib/modules/audit'
import { measure } from '@/lib/modules/kpis/commands-measure'
import { firstDay, monthly, owed } from '@/tests/modules/agreements/obligations-scene'
import { aScene, drafted, payment } from '@/tests/modules/agreements/scene'
import { agreed, entered, executed } from '@/tests/modules/kpis/scene'
import { done, noon } from '@/tests/modules/terms/scene'
import { superuser } from '@/tests/people'

/** An agreement from its draft to its first restated measurement, by the product's commands alone, sealed. */
async function aSealedYear() {
  const scene = await aScene()
  const { keeper, workspace, agreementId, agreementVersionId } = scene
  await done(addClause, keeper, { agreementVersionId, ...payment }, drafted)
  const { kpiId } = await agreed(scene)
  await executed(scene)
  const inJanuary = noon('2026-01-02')
  await owed(keeper, agreementId, monthly(keeper.id), inJanuary)
  const { id: occurrenceId } = await firstDay(keeper, agreementId, inJanuary)
  await done(submitOccurrence, keeper, { occurrenceId, note: '已寄出' }, noon('2026-02-02'))
  await entered(keeper, kpiId, '2026-01', '91', noon('2026-02-03'))
  const restated = { kpiId, period: '2026-01', numerator: '95', denominator: '100', reason: '客戶更正' }
  await done(measure, keeper, restated, noon('2026-02-04'))
  await sealWorkspace(workspace.id, new Date(Date.now() + 60_000))
  return scene
}

type Year = Awaited<ReturnType<typeof aSealedYear>>

/** What `audit:verify` names, in short. */
async function named({ workspace }: Year) {
  const { broken, signed, unrecorded } = await verifyRecords(workspace.id, [])
  return [
    ...(broken ? [broken.kind] : []),
    ...signed.broken.map(({ part }) => part as string),
    ...new Set(unrecorded.map(({ table }) => table)),
  ].sort()
}

const one = (table: string, where: string) =>
  `(select id from ${table} where workspace_id = $1 and ${where} order by id limit 1)`
const frozen = `(select frozen_file_id from agreement_versions where workspace_id = $1 limit 1)`
const scan = `(select file_id from agreement_signatories where workspace_id = $1 and file_id is not null order by id limit 1)`

/** What somebody who holds the database could change behind the product's back, and what is then named. */
const tamperings: readonly (readonly [what: string, statements: readonly string[], named: readonly string[]])[] = [
  [
    'a sentence of the text',
    [`update agreement_clauses set body = '月結 90 天' where id = ${one('agreement_clauses', 'true')}`],
    ['agreement_clauses', 'content'],
  ],
  [
    'the value',
    ['update agreement_versions set yearly_value = 1 where workspace_id = $1'],
    ['agreement_versions', 'content'],
  ],
  [
    'the hash of the content',
    [`update agreement_versions set content_hash = repeat('0', 64) where workspace_id = $1`],
    ['agreement_versions', 'content'],
  ],
  [
    'the paper, with a hash that fits it everywhere',
    [
      `update file_chunks set content = 'another' where workspace_id = $1 and file_id = ${frozen}`,
      `update files set hash = encode(sha256('another'), 'hex') where workspace_id = $1 and id = ${frozen}`,
      `update agreement_versions set frozen_hash = encode(sha256('another'), 'hex') where workspace_id = $1`,
      `update agreement_signatories set shown_hash = encode(sha256('another'), 'hex') where workspace_id = $1`,
    ],
    ['agreement_signatories', 'agreement_versions', 'files'],
  ],
  [
    'a byte of the paper',
    [`update file_chunks set content = set_byte(content, 0, 0) where workspace_id = $1 and file_id = ${frozen}`],
    ['paper'],
  ],
  [
    'a byte of the signed scan',
    [`update file_chunks set content = set_byte(content, 0, 0) where workspace_id = $1 and file_id = ${scan}`],
    ['paper'],
  ],
  [
    'who signed',
    [`update agreement_signatories set name = '王小明' where id = ${one('agreement_signatories', `side = 'them'`)}`],
    ['agreement_signatories'],
  ],
  [
    'what was shown to whoever signed',
    [`update agreement_signatories set shown_hash = 'x' where id = ${one('agreement_signatories', `side = 'them'`)}`],
    ['agreement_signatories', 'signature'],
  ],
  [
    'a signature that is there no more',
    [`delete from agreement_signatories where id = ${one('agreement_signatories', `side = 'them'`)}`],
    ['agreement_signatories'],
  ],
  [
    'from when it holds',
    [`update agreement_timeline set from_day = '2026-07-01' where workspace_id = $1`],
    ['timeline'],
  ],
  [
    'a measured value',
    [`update kpi_measurements set value = 99 where workspace_id = $1 and current`],
    ['kpi_measurements'],
  ],
  [
    'an older revision of a value',
    [`update kpi_measurements set value = 95 where workspace_id = $1 and not current`],
    ['kpi_measurements'],
  ],
  [
    'an older revision that is there no more',
    ['delete from kpi_measurements where workspace_id = $1 and not current'],
    ['kpi_measurements'],
  ],
  [
    'a value that nobody entered',
    [
      `insert into kpi_measurements select (m).* from (select jsonb_populate_record(k, jsonb_build_object(
        'id', gen_random_uuid(), 'period', '2026-02', 'from_day', '2026-02-01')) as m
        from kpi_measurements k where k.workspace_id = $1 and k.current) as other`,
    ],
    ['kpi_measurements'],
  ],
  ['a target', ['update kpi_targets set target = 80 where workspace_id = $1'], ['kpi_targets']],
  [
    'who handed in what was due',
    [`update obligation_occurrences set state = 'accepted' where workspace_id = $1 and state = 'submitted'`],
    ['obligation_occurrences'],
  ],
  [
    'a value together with what the history says of it',
    [
      `update kpi_measurements set value = 99 where workspace_id = $1 and current`,
      `update row_changes set after = jsonb_set(after, '{value}', '"99"') where workspace_id = $1
        and "table" = 'kpi_measurements' and row_id = ${one('kpi_measurements', 'current')} and before is null`,
    ],
    ['change'],
  ],
]

const history = ['row_changes', 'command_log', 'audit_seals']
const tables = [
  ...['agreement_versions', 'agreement_clauses', 'agreement_signatories', 'agreement_timeline', 'files', 'file_chunks'],
  ...['obligation_occurrences', 'kpi_targets', 'kpi_measurements'],
]

/** Keeps what stands, and answers how to put it back as if nothing had been touched. */
async function kept({ workspace }: Year) {
  const all = [...tables, 'row_changes']
  await superuser()`create schema kept`
  for (const table of all)
    await superuser().unsafe(
      `create table kept.${table} as select * from ${table} where workspace_id = '${workspace.id}'`,
    )
  return () =>
    superuser().begin(async (hand) => {
      await hand`set local session_replication_role = replica`
      for (const table of all) {
        await hand.unsafe(`delete from ${table} where workspace_id = $1`, [workspace.id])
        await hand.unsafe(`insert into ${table} select * from kept.${table}`)
      }
    })
}

describe('an agreement and its facts', () => {
  it('that nobody touched are found whole', async () => {
    const year = await aSealedYear()
    expect(await named(year)).toEqual([])
    const { signed, changes } = await verifyRecords(year.workspace.id, [])
    expect([signed.versions, changes > 30]).toEqual([1, true])
  })

  it('are named part by part, whatever the database’s superuser changed', async () => {
    const year = await aSealedYear()
    const restore = await kept(year)
    for (const [what, statements, parts] of tamperings) {
      await superuser().begin(async (hand) => {
        await hand`set local session_replication_role = replica`
        for (const statement of statements) await hand.unsafe(statement, [year.workspace.id])
      })
      expect([what, await named(year)]).toEqual([what, parts])
      await restore()
    }
    expect(await named(year)).toEqual([])
  })

  it('are neither removed nor is their history changed by the product itself', async () => {
    const { keeper } = await aSealedYear()
    const facts = tables.filter((table) => table !== 'agreement_timeline')
    const tries = [
      ...[...facts, ...history].flatMap((table) => [`delete from ${table}`, `truncate ${table} cascade`]),
      ...history.map((table) => `update ${table} set created_at = now()`),
    ]
    for (const statement of tries) {
      const attempt = inTransaction(keeper, 'read write', (tx) =>
        tx.execute(sql.raw(`/* unpinned on purpose */ ${statement}`)),
      )
      await expect(attempt, statement).rejects.toMatchObject({ cause: { code: '42501' } })
    }
  })
})
