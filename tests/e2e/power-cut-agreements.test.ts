import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeDatabase } from '@/db/client'
import { addSignatory } from '@/lib/modules/agreements/commands-signatories'
import { sendOut } from '@/lib/modules/agreements/commands-signing'
import { owner } from '@/tests/people'
import { aScan, aScene, frozenPaper, readyAgreement, sentOut, signedOn } from '../modules/agreements/scene'
import { agreed, executed, onTime } from '../modules/kpis/scene'
import { done } from '../modules/terms/scene'
import { cookieHeaderOf } from '../setup/signed-in'
import { aPowered, type Write } from './power'

const full = process.env.ACCORD_BARS === 'full'
const rounds = full ? 10 : 1
const signers = 18
let plant: Awaited<ReturnType<typeof aPowered>>
let measured: Awaited<ReturnType<typeof inMeasure>>
let signed: Awaited<ReturnType<typeof inSigning>>

/** An agreement in force with a KPI of each side. */
async function inMeasure() {
  const scene = await aScene()
  const kpiIds: string[] = []
  for (const party of ['us', 'them']) kpiIds.push((await agreed(scene, { ...onTime, party })).kpiId)
  await executed(scene)
  // A month that has been over for long is restated by a manager alone.
  return { ...scene, kpiIds, cookie: await cookieHeaderOf(scene.manager) }
}

/** An agreement that went out to many people, with a scan of what each of them signed. */
async function inSigning() {
  const scene = await readyAgreement(await aScene())
  const { keeper, agreementVersionId, signatoryIds } = scene
  for (let n = 0; n < signers; n++) {
    const who = { agreementVersionId, side: 'them', name: `陳大安${n}`, title: '董事', method: 'seal' }
    signatoryIds.push((await done(addSignatory, keeper, who, sentOut)).signatoryId)
  }
  await done(sendOut, keeper, { agreementVersionId, noticeGiven: 'true' }, sentOut)
  await frozenPaper(scene)
  const signatures: { signatoryId: string; fileId: string }[] = []
  for (const signatoryId of signatoryIds)
    signatures.push({ signatoryId, fileId: await aScan(keeper, `${signatoryId}.pdf`) })
  return { ...scene, signatures, cookie: await cookieHeaderOf(keeper) }
}

/** One KPI after the other and one month after the other, each a restatement of the one before. */
function measuring(number: number): Write {
  const { kpiIds, cookie } = measured
  const month = (Math.floor(number / kpiIds.length) % 10) + 1
  const body = {
    kpiId: kpiIds[number % kpiIds.length],
    period: `2026-${String(month).padStart(2, '0')}`,
    numerator: String(500_000 + number),
    denominator: '1000000',
    reason: '更正',
  }
  return { cookie, command: 'kpis/measure', body, idOf: ({ measurementId }) => String(measurementId) }
}

/** Every other write is a signature, as long as some are missing; the rest are values. */
function writing(number: number): Write {
  const signature = number % 2 === 0 ? signed.signatures[number / 2] : undefined
  if (!signature) return measuring(number)
  const { cookie } = signed
  return {
    cookie,
    command: 'agreements/recordSigned',
    body: { ...signature, signedOn },
    idOf: () => signature.signatoryId,
  }
}

/** Values that lack what is remembered of them, months without exactly one value in force, and KPIs that show another. */
const halfMeasured = () => owner()<{ of: string }[]>`
  with mine as (select * from kpi_measurements where workspace_id = ${measured.workspace.id})
  select m.id::text as of from mine m where not (
    exists (select from row_changes r where r.workspace_id = m.workspace_id and r.row_id = m.id)
    and exists (select from idempotency_keys k
      where k.workspace_id = m.workspace_id and k.result->>'measurementId' = m.id::text))
  union all
  select kpi_id || ' ' || period from mine group by kpi_id, period
  having count(*) filter (where current) <> 1 or max(revision) <> count(*)
    or max(revision) <> max(revision) filter (where current)
  union all
  select k.id || ' latest' from kpis k where k.workspace_id = ${measured.workspace.id} and not exists (
    select from mine m where m.kpi_id = k.id and m.period = k.latest_period and m.current and m.value = k.latest_value)`

/** Signatures that lack their scan, the agreement's file, or what is remembered of them. */
const halfSigned = () => owner()<{ id: string }[]>`
  select s.id from agreement_signatories s where s.workspace_id = ${signed.workspace.id} and s.state = 'signed' and not (
    s.signed_at is not null
    and exists (select from file_links f where f.workspace_id = s.workspace_id and f.file_id = s.file_id)
    and exists (select from row_changes r
      where r.workspace_id = s.workspace_id and r.row_id = s.id and r.after->>'state' = 'signed'))`

const kept = async () => {
  const rows = await owner()<{ id: string }[]>`
    select id from kpi_measurements where workspace_id = ${measured.workspace.id}
    union all select id from agreement_signatories where workspace_id = ${signed.workspace.id} and state = 'signed'`
  return new Set(rows.map(({ id }) => id))
}

const stateOf = async () => {
  const [version] = await owner()`select state from agreement_versions where id = ${signed.agreementVersionId}`
  return version?.state
}

beforeAll(async () => {
  plant = await aPowered('power-cut-agreements')
  process.env.DATABASE_URL_DIRECT = plant.addressAs('accord_owner', 'owner')
  process.env.DATABASE_URL = plant.addressAs('accord_app', 'app')
  measured = await inMeasure()
  signed = await inSigning()
  // What prepared the scene holds connections to a database that is about to be killed.
  await closeDatabase()
})
afterAll(() => plant.end())

describe('the power fails, and the product dies, while agreements are signed and measured', () => {
  it('what was acknowledged is there once, nothing is half-signed, and every KPI shows its last value', async () => {
    const failures = Array(rounds).fill([plant.killWeb, plant.cutPower]).flat()
    const { acknowledged, odd } = await plant.writeThrough(writing, failures)
    expect(odd).toEqual([])
    const there = await kept()
    expect(acknowledged.filter((id) => !there.has(id))).toEqual([])
    expect(there.size).toBe(acknowledged.length)
    expect(await halfMeasured()).toEqual([])
    expect(await halfSigned()).toEqual([])
    expect(await stateOf()).toBe('executed')
    console.info(`${failures.length} failures, ${acknowledged.length} signatures and values acknowledged, 0 lost`)
  })

  it('a signature without its scan, or a KPI that shows another value, would be seen', async () => {
    const [link] = await owner()`
      delete from file_links where workspace_id = ${signed.workspace.id} and file_id = ${signed.signatures[0]?.fileId ?? ''}
      returning file_id`
    const [kpi] =
      await owner()`update kpis set latest_value = 1 where workspace_id = ${measured.workspace.id} returning id`
    expect(link).toBeDefined()
    expect(await halfSigned()).toHaveLength(1)
    expect((await halfMeasured()).map(({ of }) => of)).toContain(`${kpi?.id} latest`)
  })
})
