import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { open } from '@/lib/modules/accounts/commands-open'
import { add } from '@/lib/modules/contacts/commands'
import { aWorkspace, owner, person } from '@/tests/people'
import { changesOf, csv, done, imported, liveCount, now, rowsOf, undone } from './scene'

/** A company with a sales lead, an account manager, an auditor, and one account with two people. */
async function aCompany() {
  const workspace = await aWorkspace()
  const lin = await person('accountManager', workspace, { name: '林怡君' })
  const lead = await person('salesLead', workspace, { name: '張志豪' })
  const wang = await person('accountManager', workspace, { name: '王大為' })
  const opened = new Date('2024-01-02T01:00:00Z')
  const { id: accountId } = await done(open, lin, { name: '大安食品股份有限公司', kind: 'customer', tier: 'A' }, opened)
  await owner()`update accounts set created_at = ${opened} where workspace_id = ${workspace.id} and id = ${accountId}`
  for (const displayName of ['羅美琪', '陳建宏']) await done(add, lin, { accountId, displayName, points: [] }, opened)
  return { workspace, lin, lead, wang, accountId }
}

const header = ['日期', '時間', '客戶', '聯絡人', '方式', '內容', '業務']
const bring = (actor: Actor, rows: readonly string[][], titles = header) =>
  imported(actor, '聯繫紀錄.csv', csv([titles, ...rows]), { source: 'old' })
const said = async (actor: Actor, batchId: string) =>
  (await rowsOf(actor, batchId)).map((row) => row.reason?.code ?? row.outcome)

const contactsOf = async ({ workspaceId }: Actor) =>
  owner()`
    select i.channel, i.summary, i.happened_at, i.time_known, i.two_way, s.name as speaker, t.name as typist,
      (select coalesce(array_agg(p.display_name order by p.display_name), '{}') from interaction_people r
        join people p on p.workspace_id = r.workspace_id and p.id = r.person_id
        where r.workspace_id = i.workspace_id and r.interaction_id = i.id) as people
    from interactions i
      join members s on s.workspace_id = i.workspace_id and s.id = i.speaker_id
      join members t on t.workspace_id = i.workspace_id and t.id = i.typed_by
    where i.workspace_id = ${workspaceId} and i.archived_at is null order by i.happened_at`

describe('contact logs of another system', () => {
  it('come with their own author, moment, way and people; whoever brings them is the typist', async () => {
    const { lead, accountId, workspace } = await aCompany()
    const {
      batchId,
      checked,
      done: came,
    } = await bring(lead, [
      ['2025-03-05', '14:30', '大安食品', '羅美琪、陳建宏', '拜訪', '當面確認 Q2 交期', '林怡君'],
      ['114/4/8', '', '大安食品', '', 'LINE', '對方傳來規格', '王大為'],
    ])
    expect([checked, came]).toEqual([{ new: 2 }, { new: 2 }])
    expect(await contactsOf(lead)).toMatchObject([
      {
        channel: 'visit',
        summary: '當面確認 Q2 交期',
        happened_at: new Date('2025-03-05T06:30:00Z'),
        time_known: true,
        two_way: true,
        speaker: '林怡君',
        typist: '張志豪',
        people: ['羅美琪', '陳建宏'].sort(),
      },
      {
        channel: 'line',
        happened_at: new Date('2025-04-08T04:00:00Z'),
        time_known: false,
        two_way: false,
        speaker: '王大為',
        typist: '張志豪',
        people: [],
      },
    ])
    const [account] = await owner()`
      select last_contact_at, last_two_way_at, due_on::text as due from accounts
      where workspace_id = ${workspace.id} and id = ${accountId}`
    expect(account).toMatchObject({
      last_contact_at: new Date('2025-04-08T04:00:00Z'),
      last_two_way_at: new Date('2025-03-05T06:30:00Z'),
      due: '2025-03-19',
    })
    expect(await said(lead, batchId)).toEqual(['new', 'new'])
  })

  it('change nothing when they come again, and only what differs when they come mended', async () => {
    const { lead } = await aCompany()
    const titles = ['紀錄編號', ...header]
    const row = ['K1', '2025-03-05', '14:30', '大安食品', '羅美琪', '拜訪', '當面確認 Q2 交期', '林怡君']
    await bring(lead, [row], titles)
    const before = await changesOf(lead)
    expect((await bring(lead, [row], titles)).done).toEqual({ same: 1 })
    expect(await changesOf(lead)).toBe(before)
    const mended = row.with(6, '當面確認 Q2 交期與付款')
    const { batchId, done: came } = await bring(lead, [mended], titles)
    expect(came).toEqual({ update: 1 })
    expect(await contactsOf(lead)).toMatchObject([{ summary: '當面確認 Q2 交期與付款', speaker: '林怡君' }])
    expect(await undone(lead, batchId)).toEqual({ undone: 1 })
    expect(await contactsOf(lead)).toMatchObject([{ summary: '當面確認 Q2 交期' }])
  })

  it('are refused where the account, the author or the day is unknown, each with its reason', async () => {
    const { lead } = await aCompany()
    const {
      batchId,
      checked,
      done: came,
    } = await bring(lead, [
      ['2025-03-05', '', '沒有這家', '', '電話', '談過', ''],
      ['2025-03-05', '', '大安食品', '', '電話', '談過', '沒有這人'],
      ['三月五日某天', '', '大安食品', '', '電話', '談過', ''],
      ['1960-01-01', '', '大安食品', '', '電話', '談過', ''],
      ['2025-03-05', '', '大安食品', '', '電話', '', ''],
      ['2025-03-05', '', '大安食品', '路人甲', '飛鴿傳書', '留著這筆', ''],
    ])
    expect([checked, came]).toEqual([
      { refused: 5, new: 1 },
      { refused: 5, new: 1 },
    ])
    expect(await said(lead, batchId)).toEqual([
      'accountUnknown',
      'authorUnknown',
      'notADay',
      'dayOutOfReach',
      'summaryMissing',
      'new',
    ])
    const last = (await rowsOf(lead, batchId)).at(-1)
    expect(last?.detail.notes?.map(({ code }) => code).sort()).toEqual(['channelOther', 'peopleUnknown'])
  })

  it('of others are not brought by an account manager, their own are', async () => {
    const { lin, lead } = await aCompany()
    const { batchId } = await bring(lin, [
      ['2025-03-05', '', '大安食品', '', '電話', '我談的', '林怡君'],
      ['2025-03-06', '', '大安食品', '', '電話', '他談的', '王大為'],
    ])
    expect(await said(lin, batchId)).toEqual(['new', 'notForOthers'])
    expect(await liveCount(lead, 'interactions')).toBe(1)
  })

  it('with an account that the reader may not see are refused as if it did not exist', async () => {
    const { lin, wang } = await aCompany()
    await done(open, lin, { name: '機密客戶', kind: 'customer', restricted: 'true' })
    const rows = [['2025-03-05', '', '機密客戶', '', '電話', '談過', '']]
    expect(await said(wang, (await bring(wang, rows)).batchId)).toEqual(['accountUnknown'])
    expect(await said(lin, (await bring(lin, rows)).batchId)).toEqual(['new'])
  })

  it('that lie ahead become plans', async () => {
    const { lin, accountId, workspace } = await aCompany()
    await bring(lin, [['2026-12-01', '10:00', '大安食品', '', '會議', '年度檢討', '']])
    const [account] = await owner()`
      select next_planned_at, last_contact_at from accounts where workspace_id = ${workspace.id} and id = ${accountId}`
    expect(account).toMatchObject({ next_planned_at: new Date('2026-12-01T02:00:00Z'), last_contact_at: null })
  })

  it('go away with an undo, and the clocks of their accounts turn back', async () => {
    const { lead, accountId, workspace } = await aCompany()
    const clock = async () => {
      const [row] = await owner()`
        select due_on::text as due, last_contact_at, last_two_way_at, next_planned_at from accounts
        where workspace_id = ${workspace.id} and id = ${accountId}`
      return { ...row }
    }
    const before = await clock()
    const { batchId } = await bring(lead, [
      ['2025-03-05', '', '大安食品', '羅美琪', '拜訪', '談過', '林怡君'],
      ['2026-12-01', '10:00', '大安食品', '', '會議', '年度檢討', '林怡君'],
    ])
    expect(await clock()).not.toEqual(before)
    expect(await undone(lead, batchId, now)).toEqual({ undone: 2 })
    expect(await clock()).toEqual(before)
    expect(await liveCount(lead, 'interactions')).toBe(0)
  })
})
