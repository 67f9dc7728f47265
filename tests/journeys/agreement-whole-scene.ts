import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { addDays, dayOf } from '@/lib/kernel/day'
import { add } from '@/lib/modules/contacts/commands'
import { open } from '@/lib/modules/negotiations/commands'
import { document, submitPackage } from '@/lib/modules/negotiations/commands-outcome'
import { accept, aTable, fourOffers, theOffers } from '../modules/negotiations/table-rows'
import { aScene, aStandard, consent, net } from '../modules/terms/scene'
import { owner, person } from '../people'
import { daysAgo, did } from './scene'

export const today = dayOf(new Date())
export const patiently = { timeout: 30_000 }
export const still = { waitUntil: 'networkidle' } as const
export const phone = { viewport: { width: 390, height: 844 } }

const [year = 2026, month = 1] = today.split('-').map(Number)
const firstOf = (months: number) =>
  new Date(Date.UTC(year, Math.floor((month - 1) / 3) * 3 + months, 1)).toISOString().slice(0, 10)

/** The agreement runs two years; twelve months of it, in four quarters, are over. */
export const startsOn = firstOf(-12)
/** The twelve months that are over, as `2026-09`. */
export const months = Array.from({ length: 12 }, (_, index) => firstOf(index - 12).slice(0, 7))
const quarterOf = (day: string) => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
/** The four quarters that are over, as `2026-Q3`, and the one that runs. */
export const quarters = [-12, -9, -6, -3].map((before) => quarterOf(firstOf(before)))
export const thisQuarter = quarterOf(today)
/** A day inside the quarter that runs, today or the next one. */
export const changesOn = today === firstOf(0) ? addDays(today, 1) : today

/** What both accepted: 60 days, a rebate of 2 %, two slots on the shelf. */
const agreed = { payment: '60', rebate: '2', display: 'two' }

/** A company whose talks with 大安食品 are settled and stand in its terms; the library of clauses is still empty. */
export async function theCompany() {
  const scene = await aScene()
  const { keeper, lead, manager, finance, accountId } = scene
  const legal = await person('specialist', scene.workspace, { name: '王律師', disciplines: ['legal'] })
  const logistics = await person('specialist', scene.workspace, { name: '吳柏翰', disciplines: ['logistics'] })
  const standard = { paymentDays: net(45), leadTime: { number: '7' }, priceNotice: { number: '30' } }
  await aStandard(scene, standard, { validFrom: startsOn })
  const maria = { accountId, displayName: '羅美琪', familyName: '羅', title: '採購協理', points: [] }
  await did(add, keeper, maria, daysAgo(500))
  const about = {
    accountId,
    direction: 'sell',
    kind: 'annualTerms',
    title: '大安食品年度交易條件',
    purpose: '以年度獎勵換得端架陳列',
  }
  const { negotiationId } = await did(open, keeper, about)
  const of = { negotiationId, memberId: keeper.id }
  await aTable(of)
  await accept(of, (await theOffers(of, fourOffers))[2] ?? '', agreed)
  await did(submitPackage, keeper, { negotiationId, reason: '付款守在 60 天' })
  await consent(negotiationId, [lead, manager, finance, manager], new Date())
  const sql = owner()
  await expect
    .poll(async () => (await sql`select state from negotiations where id = ${negotiationId}`)[0]?.state, patiently)
    .toBe('approved')
  const [display] =
    await sql`select id from negotiation_issues where negotiation_id = ${negotiationId} and key = 'display'`
  const points = [{ issueId: display?.id, becomes: 'clause' }]
  await did(document, keeper, { negotiationId, validFrom: startsOn, factors: ['agreedTerms'], points })
  return { ...scene, legal, logistics, negotiationId }
}
export type Company = Awaited<ReturnType<typeof theCompany>>

/** The main part of a page says this, sooner or later. */
export const says = (page: Page, text: string | RegExp) =>
  expect.poll(() => page.getByRole('main').innerText(), patiently).toMatch(text)

/** What the product does by itself shows after a while; the page is looked at until then. */
export const until = (page: Page, text: string) =>
  expect
    .poll(() => page.reload(still).then(() => page.getByRole('main').innerText()), { timeout: 60_000, interval: 1000 })
    .toContain(text)
