import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import type { Look } from '@/lib/kernel/command'
import { ask, perform } from '@/lib/kernel/perform'
import { inTransaction } from '@/lib/kernel/transaction'
import { setCurrency, setFiscalCalendar, setRate, setRates } from '@/lib/modules/workspace/commands-money'
import { listRates } from '@/lib/modules/workspace/list-rates'
import { convertOn, currencyList, fiscalCalendar, periodsToday, rateOn } from '@/lib/modules/workspace/queries-money'
import { convert, rateAmong, ratesOf } from '@/lib/modules/workspace/rules-money'
import { newcomer, person } from '@/tests/people'

const now = new Date('2026-11-21T02:00:00Z')
const dollar = { day: '2026-11-20', fromCurrency: 'usd', toCurrency: 'TWD', rate: '３２．１５', source: '臺灣銀行' }
const looking = <Value>(actor: Actor, run: (look: Look) => Promise<Value>) =>
  inTransaction(actor, 'read only', (tx) => run({ tx, actor, now }))

describe('currencies', () => {
  it('begin with those of the trade, TWD and JPY without decimals', async () => {
    const member = await newcomer('accountManager')
    const all = await ask(currencyList, member, {})
    expect(all.filter(({ displayDecimals }) => displayDecimals === 0).map(({ code }) => code)).toEqual(['JPY', 'TWD'])
  })

  it('are set by the administrator, once for each code', async () => {
    const administrator = await newcomer('administrator')
    await perform(setCurrency, administrator, { code: 'sgd', displayDecimals: '2', active: 'on' })
    await perform(setCurrency, administrator, { code: 'SGD', displayDecimals: '3', active: 'on' })
    await perform(setCurrency, administrator, { code: 'JPY', displayDecimals: '0' })
    const all = await ask(currencyList, administrator, {})
    expect(all.filter(({ code }) => code === 'SGD')).toEqual([{ code: 'SGD', displayDecimals: 3, active: true }])
    expect(all.find(({ code }) => code === 'JPY')).toMatchObject({ active: false })
    for (const wrong of [{ code: 'S$' }, { displayDecimals: '5' }, { displayDecimals: '', code: '台幣' }])
      expect(
        await perform(setCurrency, administrator, { code: 'SGD', displayDecimals: '2', active: 'on', ...wrong }),
      ).toMatchObject({ refusal: { code: 'invalid' } })
  })
})

describe('exchange rates', () => {
  it('are the latest on or before the day, and say which day that was', async () => {
    const administrator = await newcomer('administrator')
    await perform(setRate, administrator, { ...dollar, day: '2026-11-18', rate: '32' }, { now })
    await perform(setRate, administrator, dollar, { now })
    const on = (day: string) => looking(administrator, (look) => rateOn(look, 'USD', 'TWD', day))
    expect(await on('2026-11-17')).toBeNull()
    expect(await on('2026-11-19')).toEqual({ rate: '32', day: '2026-11-18', source: '臺灣銀行', inverted: false })
    expect(await on('2026-11-21')).toMatchObject({ rate: '32.15', day: '2026-11-20' })
  })

  it('are read the other way round when only that is known, without losing a cent on the way back', async () => {
    const administrator = await newcomer('administrator')
    await perform(setRate, administrator, dollar, { now })
    const back = await looking(administrator, (look) =>
      convertOn(look, { amount: '32150', currency: 'TWD' }, 'USD', '2026-11-21'),
    )
    expect(back).toEqual({
      amount: '1000.00',
      currency: 'USD',
      rate: '0.0311042',
      day: '2026-11-20',
      source: '臺灣銀行',
      inverted: true,
    })
    const same = await looking(administrator, (look) =>
      convertOn(look, { amount: '5', currency: 'TWD' }, 'TWD', '2026-11-21'),
    )
    expect(same).toMatchObject({ amount: '5', rate: '1' })
    expect(
      await looking(administrator, (look) => convertOn(look, { amount: '5', currency: 'EUR' }, 'TWD', '2026-11-21')),
    ).toBeNull()
  })

  it('replace that of the same day and pair', async () => {
    const administrator = await newcomer('administrator')
    await perform(setRate, administrator, dollar, { now })
    await perform(setRate, administrator, { ...dollar, rate: '32.2' }, { now })
    expect((await ask(listRates, administrator, {})).rows).toMatchObject([{ rate: '32.2', fromCurrency: 'USD' }])
  })

  it.each([
    [{ rate: '0' }, 'workspace.rateZero'],
    [{ rate: '-1' }, 'invalid'],
    [{ rate: '' }, 'invalid'],
    [{ rate: '1.123456789' }, 'invalid'],
    [{ rate: '9'.repeat(30) }, 'invalid'],
    [{ toCurrency: 'USD' }, 'workspace.sameCurrency'],
    [{ day: '2026-11-22' }, 'workspace.rateInFuture'],
    [{ source: ' ' }, 'invalid'],
  ])('refuse %j', async (wrong, code) => {
    const administrator = await newcomer('administrator')
    expect(await perform(setRate, administrator, { ...dollar, ...wrong }, { now })).toMatchObject({ refusal: { code } })
  })

  it('are pasted many at once, all or none', async () => {
    const administrator = await newcomer('administrator')
    const good = '日期\t原幣\t目標\t匯率\n115/11/18\tUSD\tTWD\t32\n2026/11/19, usd, twd, 32.10\n2026-11-20 JPY TWD 0.21'
    const paste = (lines: string) => perform(setRates, administrator, { lines, source: '臺灣銀行' }, { now })
    expect(await paste(good)).toMatchObject({ ok: true, value: { rates: 3 } })
    expect(await paste(good)).toMatchObject({ ok: true })
    for (const bad of ['2026-11-20 USD TWD 0', '2026-12-20 USD TWD 32', '2026-11-20 USD USD 1', '昨天 USD TWD 32'])
      expect(await paste(`2026-11-17 USD TWD 31\n${bad}`)).toMatchObject({
        refusal: { code: 'workspace.badRateLine', params: { line: 2 } },
      })
    expect((await ask(listRates, administrator, {})).rows.map(({ day }) => day)).toEqual([
      '2026-11-20',
      '2026-11-19',
      '2026-11-18',
    ])
  })

  it('are the administrator’s, and nobody’s of another workspace', async () => {
    const administrator = await newcomer('administrator')
    const manager = await person('manager', { id: administrator.workspaceId })
    await perform(setRate, administrator, dollar, { now })
    for (const [command, input] of [
      [setRate, dollar],
      [setRates, { lines: '2026-11-20 USD TWD 32', source: 'x' }],
      [setCurrency, { code: 'SGD', displayDecimals: 2, active: true }],
      [setFiscalCalendar, { kind: 'month', firstMonth: 4 }],
    ] as const)
      expect(await perform(command as never, manager, input, { now })).toMatchObject({
        refusal: { code: 'notAllowed' },
      })
    expect((await ask(listRates, manager, {})).rows).toHaveLength(1)
    expect((await ask(listRates, await newcomer('administrator'), {})).rows).toEqual([])
  })
})

describe('rules of rates', () => {
  it('prefer the later day, and on the same day the pair as it is asked', () => {
    const known = { rate: '4', day: '2026-11-20', source: 'x' }
    expect(rateAmong(known, { ...known, rate: '0.2' })).toMatchObject({ rate: '4', inverted: false })
    expect(rateAmong(known, { ...known, rate: '0.2', day: '2026-11-21' })).toMatchObject({ rate: '5', inverted: true })
    expect(rateAmong(null, null)).toBeNull()
  })

  it('round once, at the end, half up away from zero', () => {
    const used = { rate: '32.155', day: '2026-11-20', source: 'x', inverted: false }
    expect(convert('100.1', { code: 'TWD', displayDecimals: 0 }, used).amount).toBe('3219')
    expect(convert('-100.1', { code: 'TWD', displayDecimals: 2 }, used).amount).toBe('-3218.72')
  })

  it('keep the last of what is pasted twice', () => {
    expect(ratesOf('2026-11-20 USD TWD 32\n2026-11-20 USD TWD 33', 'x', '2026-11-21')).toMatchObject([{ rate: '33' }])
  })
})

it('the fiscal year is months from January until the company says otherwise', async () => {
  const administrator = await newcomer('administrator')
  expect(await ask(fiscalCalendar, administrator, {})).toEqual({ kind: 'month', firstMonth: 1 })
  await perform(setFiscalCalendar, administrator, { kind: 'weeks445', firstMonth: '1' })
  await perform(setFiscalCalendar, administrator, { kind: 'weeks445', firstMonth: '4' })
  expect(await ask(fiscalCalendar, administrator, {})).toEqual({ kind: 'weeks445', firstMonth: 4 })
  expect((await ask(periodsToday, administrator, {}, now)).year.key).toBe('2026')
  expect(await perform(setFiscalCalendar, administrator, { kind: 'weeks445', firstMonth: '13' })).toMatchObject({
    refusal: { code: 'invalid' },
  })
})
