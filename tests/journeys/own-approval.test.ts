import { expect, it } from 'vitest'
import { sessionCookie } from '@/lib/kernel/identity/cookies'
import { setFacts } from '@/lib/modules/agreements/commands'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { annualFacts, aScene, payment, submitted } from '../modules/agreements/scene'
import { done } from '../modules/terms/scene'
import { owner } from '../people'
import { aPageOf, cookieOf } from '../setup/signed-in'

it('an agreement is not approved by whoever submitted it, on the approver’s own page neither; its approver approves it there', async () => {
  const scene = await aScene()
  const { keeper, agreementId, agreementVersionId } = scene
  const now = new Date()
  await done(setFacts, keeper, { agreementVersionId, ...annualFacts, ourName: '和泰食品股份有限公司' })
  await done(addClause, keeper, { agreementVersionId, ...payment })
  await submitted(keeper, { agreementId, agreementVersionId }, now)
  const [run] = await owner()<{ id: string }[]>`select id from approval_runs where subject_id = ${agreementVersionId}`
  const [seat] = await owner()<{ holder: string }[]>`
    select holder_id as holder from approval_seats where run_id = ${run?.id ?? ''} and state = 'open' order by id limit 1`
  const approver = [scene.lead, scene.finance, scene.manager].find(({ id }) => id === seat?.holder)
  if (!approver) throw new Error('nobody is asked')
  const consents = async () => {
    const acts = await owner()<{ by: string }[]>`
      select acted_by_id as by from approval_actions where run_id = ${run?.id ?? ''} and decision = 'approve'`
    return acts.map(({ by }) => by)
  }

  const own = await aPageOf(keeper)
  await own.goto(`/review?run=${run?.id}`, { waitUntil: 'networkidle' })
  expect(await own.locator('#decide').count()).toBe(0)
  await own.context().close()

  const page = await aPageOf(approver)
  await page.goto(`/review?run=${run?.id}`, { waitUntil: 'networkidle' })
  const signIn = async (value: string) => {
    const [cookie] = (await page.context().cookies()).filter(({ name }) => name === sessionCookie())
    if (!cookie) throw new Error('nobody is signed in')
    await page.context().addCookies([{ ...cookie, value }])
    return cookie.value
  }
  const approve = page.locator('#decide button[value=approve]')
  const theirs = await signIn(await cookieOf(keeper))
  await approve.click()
  await page.getByText('這是您自己送審或修改的內容，須由他人核決。').first().waitFor()
  expect(await consents()).toEqual([])

  await signIn(theirs)
  await approve.click()
  await expect.poll(consents).toEqual([approver.id])
  await page.context().close()
})
