import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { exportResponse } from '@/lib/kernel/export/respond'
import { ask, perform } from '@/lib/kernel/perform'
import { joinTeam } from '@/lib/modules/accounts/commands-team'
import { store } from '@/lib/modules/files/commands'
import { addAlternative } from '@/lib/modules/negotiations/commands-alternatives'
import { bringEvidence } from '@/lib/modules/negotiations/commands-evidence'
import { addIssue } from '@/lib/modules/negotiations/commands-issues'
import { askMandate } from '@/lib/modules/negotiations/commands-mandate'
import { setStakes } from '@/lib/modules/negotiations/commands-stakes'
import { pdfOfBrief, pdfOfDossier, zipOfDossier } from '@/lib/modules/negotiations/queries-papers'
import { catalogue, exportable } from '@/lib/modules/registry'
import { textOf } from '@/tests/kernel/pdf-text'
import { aScene } from '@/tests/modules/negotiations/scene'
import { done } from '@/tests/modules/terms/scene'
import { owner, person } from '@/tests/people'

/** Values that occur nowhere but in what the mandate group alone may know, plain or with thousands separators. */
const marks = {
  opening: '31415.01',
  target: '31415.11',
  limit: '31415.22',
  weight: '314.33',
  theirTarget: '31415.44',
  theirLimit: '31415.55',
  theirWeight: '314.66',
  source: '機密依據甲',
  alternative: '機密替代方案乙',
  outcome: '機密結果丙',
  next: '機密下一步丁',
  reason: '機密授權理由戊',
  planned: '31.4177',
} as const
const secrets = /31,?415\.\d|314\.33|314\.66|31\.4177|機密(?:依據甲|替代方案乙|結果丙|下一步丁|授權理由戊)/

const now = new Date('2026-11-22T04:00:00Z')
const fieldsOf = (input: unknown) => Object.keys((input as { shape?: object }).shape ?? {})

async function aSecretNegotiation() {
  const scene = await aScene()
  const { keeper, workspace, accountId, negotiationId, colleague } = scene
  await done(joinTeam, keeper, { accountId, memberId: colleague.id, role: '業務支援', employment: 'fullTime' })
  const { issueId } = await done(addIssue, keeper, { negotiationId, termCode: 'creditLimit', name: '信用額度' })
  const { opening, target, limit, weight, theirTarget, theirLimit, theirWeight, source } = marks
  const ours = { issueId, opening, target, limit, weight }
  const theirs = { theirTarget, theirLimit, theirWeight, confidence: 'low', source }
  await done(setStakes, keeper, { negotiationId, stakes: [{ ...ours, ...theirs }] }, now)
  const outcomes = [{ label: marks.outcome, probability: '1', score: '60' }]
  const other = { side: 'us', name: marks.alternative, outcomes, nextStep: marks.next }
  await done(addAlternative, keeper, { negotiationId, ...other }, now)
  const asked = { negotiationId, validUntil: '2026-12-31', reason: marks.reason }
  await done(askMandate, keeper, asked, now)
  const content = new TextEncoder().encode('年度要求')
  const { id: fileId } = await done(store, keeper, { name: '要求信.txt', content, accountId })
  await done(bringEvidence, keeper, { negotiationId, kind: 'requestLetter', title: '要求信', claim: '要求', fileId })
  const sql = owner()
  await sql`insert into negotiation_plans ${sql({
    workspace_id: workspace.id,
    id: crypto.randomUUID(),
    negotiation_id: negotiationId,
    account_id: accountId,
    reservation: marks.planned,
    first: '0.1',
    exponent: '1',
    rounds: 5,
  })}`
  return { ...scene, issueId, ids: await someIdsOf(workspace.id) }
}

async function tablesOf(): Promise<string[]> {
  const tables = await owner()<{ table: string }[]>`
    select c.relname::text as table from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`
  return tables.map(({ table }) => table)
}

/** Where it is kept, and where the log of all that was done keeps it, which no page reads. */
const kept = [
  'negotiation_stakes',
  'negotiation_alternatives',
  'negotiation_comparisons',
  'negotiation_plans',
  'negotiation_mandates',
  'negotiation_checks',
  'approval_runs',
  'approval_actions',
  'command_log',
  'row_changes',
]

/** Ids of some rows of every table of a workspace. */
async function someIdsOf(workspaceId: string): Promise<string[]> {
  const rows = await Promise.all(
    (await tablesOf()).map((table) =>
      owner().unsafe<{ id: string }[]>(`select * from ${table} where workspace_id = $1 limit 2`, [workspaceId]),
    ),
  )
  return rows.flat().flatMap(({ id }) => (id ? [id] : []))
}

/** What stands in the papers of a negotiation, asked for with what is confidential: in their text, and in every packed file. */
async function paperTexts(actor: Actor, negotiationId: string) {
  const paper = { negotiationId, language: 'zh-TW' as const }
  const wanted = { ...paper, secret: true }
  const bytesOf = async (sent: Promise<Response>) => new Uint8Array(await (await sent).arrayBuffer())
  const packed = Object.entries(unzipSync(await bytesOf(zipOfDossier(actor, wanted))))
  const written = packed.map(([name, bytes]) => name + (name.endsWith('.pdf') ? textOf(bytes) : strFromU8(bytes)))
  return {
    brief: textOf(await bytesOf(pdfOfBrief(actor, paper))).replace(/\s+/g, ''),
    dossier: textOf(await bytesOf(pdfOfDossier(actor, wanted))).replace(/\s+/g, ''),
    zip: written.join('\n').replace(/\s+/g, ''),
  }
}

describe('what only the mandate group of negotiations knows', async () => {
  const scene = await aSecretNegotiation()
  const { workspace, manager, lead, keeper, colleague, logistics, accountId, negotiationId, ids } = scene
  const common = { accountId, negotiationId, q: '機密', subjectKind: 'negotiationMandate' }

  /** Everything that a question answers somebody, asked with every id that fits anywhere; refusals count as answers. */
  async function told(name: string, actor: Actor): Promise<string> {
    const query = catalogue.queries.get(name)
    if (!query) throw new Error(name)
    const fields = fieldsOf(query.input)
    const known = Object.fromEntries(Object.entries(common).filter(([field]) => fields.includes(field)))
    const named = fields.filter((field) => /Id$/.test(field))
    const attempts: object[] = [{}, known, ...named.flatMap((field) => ids.map((id) => ({ ...known, [field]: id })))]
    const answers = await Promise.all(
      attempts.map((attempt) =>
        ask(query, actor, attempt as never, now).catch((error: unknown) => JSON.stringify(error)),
      ),
    )
    return JSON.stringify(answers, (_, value: unknown) => (value instanceof Map ? [...value] : value))
  }

  const outside = [
    ['a manager', manager],
    ['an auditor', await person('auditor', workspace)],
    ['an administrator', await person('administrator', workspace)],
    ['a lead of others', await person('salesLead', workspace)],
    ['a colleague who serves the account', colleague],
    ['logistics', logistics],
    ['a director', await person('specialist', workspace, { disciplines: ['finance', 'director'] })],
  ] as const
  const cases = outside.flatMap(([who, actor]) =>
    [...catalogue.queries.keys()].map((name) => [name, who, actor] as const),
  )

  it.each(cases)('%s tells nothing of it to %s', async (name, _, actor) => {
    expect(await told(name, actor)).not.toMatch(secrets)
  })

  it.each([...exportable.keys()])('the export of %s holds nothing of it', async (list) => {
    for (const [, actor] of outside) {
      const request = new Request(`http://localhost/api/export/${list}.csv`)
      const answer = await exportResponse(request, `${list}.csv`, exportable, actor, 'zh-TW')
      expect(await answer.text()).not.toMatch(secrets)
    }
  })

  it.each(outside)('the brief, the dossier and its files say nothing of it to %s', async (_, actor) => {
    const texts = await paperTexts(actor, negotiationId)
    for (const text of Object.values(texts)) expect(text).not.toMatch(secrets)
    expect(texts.zip).toContain('年度要求')
  })

  it('the group reads it in the brief, the dossier and its files, so the look sees', async () => {
    const texts = await paperTexts(keeper, negotiationId)
    const { opening, target, limit, weight, theirTarget, theirLimit, alternative, next } = marks
    for (const text of Object.values(texts))
      for (const mark of [opening, target, limit, weight, theirTarget, theirLimit, alternative, next])
        expect(text.replaceAll(',', '')).toContain(mark)
  })

  it('stands in no table but those of the group, its approvals and the log: no notification, letter or search text', async () => {
    for (const table of await tablesOf()) {
      if (kept.includes(table)) continue
      const rows = await owner().unsafe(`select * from ${table} where workspace_id = $1`, [workspace.id])
      expect([table, secrets.test(JSON.stringify(rows))]).toEqual([table, false])
    }
  })

  it('the group and whoever is asked to approve are told, so the look sees', async () => {
    for (const actor of [keeper, lead]) {
      const answer = await told('negotiations.table', actor)
      for (const mark of Object.values(marks)) if (mark !== marks.planned) expect(answer).toContain(mark)
      expect(await told('approvals.runOfSubject', actor)).toMatch(/31,415\.22/)
    }
  })

  it('no command answers or refuses with any of it', async () => {
    for (const command of catalogue.commands.values()) {
      if (!command.name.startsWith('negotiations.') || command.internal) continue
      for (const [, actor] of outside) {
        const issues = { issueId: scene.issueId, target: '1', limit: '2', wanted: 'no' }
        const input = { negotiationId, issueId: scene.issueId, stakes: [issues], places: [issues] }
        const known = Object.fromEntries(
          Object.entries(input).filter(([field]) => fieldsOf(command.input).includes(field)),
        )
        const result = await perform(command, actor, known, { now })
        expect(JSON.stringify(result.ok ? result.value : [result.refusal, result.refusal.sentence('en')])).not.toMatch(
          secrets,
        )
      }
    }
  })
})
