import { describe, expect, it } from 'vitest'
import { ask, perform } from '@/lib/kernel/perform'
import {
  archiveView,
  clearCalendarDay,
  saveView,
  setCalendarDay,
  setCalendarDays,
  setTier,
} from '@/lib/modules/workspace/commands-settings'
import { calendar, savedViewsOf, tierSettingsList } from '@/lib/modules/workspace/queries-settings'
import { newcomer, person } from '@/tests/people'

const typhoon = { day: '115/7/27', county: '臺北市', kind: 'closed', name: '颱風停班' }

describe('the calendar', () => {
  it('takes a day in ROC form, once', async () => {
    const administrator = await newcomer('administrator')
    await perform(setCalendarDay, administrator, typhoon)
    await perform(setCalendarDay, administrator, { ...typhoon, name: '停班停課' })
    expect(await ask(calendar, administrator, {})).toMatchObject([
      { day: '2026-07-27', name: '停班停課', county: '臺北市' },
    ])
  })

  it('takes many lines, or none when one of them cannot be read', async () => {
    const administrator = await newcomer('administrator')
    const good = '日期,名稱,類別,縣市\n2026-07-27,颱風,停班,臺北市\n115/7/28，颱風，停班，新北市'
    expect(await perform(setCalendarDays, administrator, { lines: good })).toMatchObject({
      ok: true,
      value: { days: 2 },
    })
    expect(await perform(setCalendarDays, administrator, { lines: `${good}\n明天,颱風,停班` })).toMatchObject({
      ok: false,
      refusal: { code: 'workspace.badCalendarLine', params: { line: 4 } },
    })
    expect(await ask(calendar, administrator, {})).toHaveLength(2)
  })

  it('lets a day be taken out again', async () => {
    const administrator = await newcomer('administrator')
    await perform(setCalendarDay, administrator, typhoon)
    const [row] = await ask(calendar, administrator, {})
    expect(await perform(clearCalendarDay, administrator, { calendarDayId: row?.id })).toMatchObject({ ok: true })
    expect(await ask(calendar, administrator, {})).toEqual([])
  })

  it('is the administrator’s, and nobody’s of another workspace', async () => {
    const administrator = await newcomer('administrator')
    await perform(setCalendarDay, administrator, typhoon)
    const [row] = await ask(calendar, administrator, {})
    const member = await person('accountManager', { id: administrator.workspaceId })
    const stranger = await newcomer('administrator')
    expect(await perform(setCalendarDay, member, typhoon)).toMatchObject({ ok: false, refusal: { code: 'notAllowed' } })
    expect(await perform(clearCalendarDay, stranger, { calendarDayId: row?.id })).toMatchObject({
      ok: false,
      refusal: { code: 'notFound' },
    })
    expect(await ask(calendar, stranger, {})).toEqual([])
  })
})

it('a tier says how often and which key contacts', async () => {
  const administrator = await newcomer('administrator')
  const [tier] = await ask(tierSettingsList, administrator, {})
  const change = { tierId: tier?.id, version: 1, contactEveryDays: '7', slots: ['decisionMaker'], confirms: 'on' }
  expect(await perform(setTier, administrator, change)).toMatchObject({ ok: true })
  expect((await ask(tierSettingsList, administrator, {}))[0]).toMatchObject({
    contactEveryDays: 7,
    slots: ['decisionMaker'],
  })
  expect(await perform(setTier, administrator, { ...change, version: 2, contactEveryDays: 0 })).toMatchObject({
    ok: false,
  })
  const stranger = await newcomer('administrator')
  expect(await perform(setTier, stranger, change)).toMatchObject({ ok: false, refusal: { code: 'notFound' } })
})

it('a view is saved by its author, shared with the others, and taken away by its author only', async () => {
  const author = await newcomer('accountManager')
  const colleague = await person('manager', { id: author.workspaceId })
  const view = { list: 'accounts', name: '我的 A 級客戶', address: 'tier=A&sort=name', shared: 'true' }
  const saved = await perform(saveView, author, view)
  if (!saved.ok) throw saved.refusal
  await perform(saveView, author, { ...view, name: '只給自己', shared: false })
  expect(await ask(savedViewsOf, colleague, { list: 'accounts' })).toMatchObject([
    { name: '我的 A 級客戶', mine: false },
  ])
  expect(await ask(savedViewsOf, author, { list: 'accounts' })).toHaveLength(2)
  const gone = { savedViewId: saved.value.id }
  expect(await perform(archiveView, colleague, gone)).toMatchObject({
    ok: false,
    refusal: { code: 'workspace.notYourView' },
  })
  expect(await perform(archiveView, author, gone)).toMatchObject({ ok: true })
  expect(await ask(savedViewsOf, await newcomer('manager'), { list: 'accounts' })).toEqual([])
})
