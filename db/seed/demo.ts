import { pathToFileURL } from 'node:url'
import { closeDatabase } from '@/db/client'
import { workspaceActor } from '@/lib/kernel/actor'
import { dayOf } from '@/lib/kernel/day'
import { usualSeed } from './dice'
import { done } from './done'
import { demoWorkspace, join } from './found'
import { historyOf } from './history'
import { type Opened, openAccount, openingOf } from './load-account'
import { enterAgreements } from './load-agreements'
import { enterEndedAgreements } from './load-agreements-ended'
import { enterHeldAgreements } from './load-agreements-held'
import { enterSignedAgreements } from './load-agreements-signing'
import { enterDesk } from './load-desk'
import { enterGoods } from './load-goods'
import { enterHistory } from './load-history'
import { enterKpis } from './load-kpis'
import { foundWithStaff } from './load-members'
import { enterNeeds } from './load-needs'
import { enterNegotiations } from './load-negotiations'
import { enterPrices } from './load-prices'
import { enterPromotions } from './load-promotions'
import { enterTerms } from './load-terms'
import { removeDemo } from './remove-demo'
import { isOpen, memberOfIdentity, renewSignIns, type SignIn, signInsInWords } from './sign-ins'
import { stories } from './stories'

export type DemoOptions = {
  now?: Date
  seed?: number
  /** Somebody who wanted the demonstration beside their own workspace: they become its administrator. */
  founder?: { workspaceId: string; identityId: string }
}

/** `signIns` is empty when a founder joined a demonstration that was there: nobody loses their password then. */
export type Demo = { workspaceId: string; isNew: boolean; signIns: readonly SignIn[] }

/**
 * Loads the demonstration into a workspace of its own and lets its people in. One that is there is kept as it is, with
 * new passwords for its people; one whose loading was interrupted is removed and loaded anew.
 */
export async function loadDemo({ now = new Date(), seed = usualSeed, founder }: DemoOptions = {}): Promise<Demo> {
  const known = await knownDemo()
  const workspaceId = known ?? (await fill(now, seed))
  const signIns = known && founder ? [] : await renewSignIns(workspaceId, now)
  if (founder) await letFounderIn(workspaceId, founder, now)
  return { workspaceId, isNew: known === null, signIns }
}

async function knownDemo(): Promise<string | null> {
  const found = await demoWorkspace()
  if (!found) return null
  if (await isOpen(found.id)) return found.id
  await removeDemo(found.id)
  return null
}

/** As many accounts are written at the same time: their histories do not meet. */
const atOnce = 4

async function fill(now: Date, seed: number): Promise<string> {
  const today = dayOf(now)
  const staff = await foundWithStaff(openingOf(today))
  const opened = new Map<string, Opened>()
  for (const story of stories) {
    const parentId = story.parent ? (opened.get(story.parent)?.accountId ?? null) : null
    opened.set(story.key, await openAccount(story, { staff, today }, parentId))
  }
  const known = {
    accounts: new Map([...opened].map(([key, { accountId }]) => [key, accountId])),
    people: new Map([...opened.values()].flatMap(({ people }) => [...people])),
  }
  const left = [...stories]
  const write = async () => {
    for (let story = left.shift(); story; story = left.shift()) {
      const page = opened.get(story.key)
      if (page) await enterHistory(story, historyOf(story, { now, seed, today }), page, { staff, today, known })
    }
  }
  await Promise.all(Array.from({ length: atOnce }, write))
  await enterDesk({ staff, today })
  await enterGoods({ staff, today, known, seed })
  await enterPromotions({ staff, today, known })
  await enterPrices({ staff, today, known })
  await enterNeeds({ staff, today, known })
  await enterTerms({ staff, today, known })
  await enterNegotiations({ staff, today, known })
  await enterAgreements({ staff, today, known })
  await enterEndedAgreements({ staff, today, known })
  await enterHeldAgreements({ staff, today, known })
  await enterSignedAgreements({ staff, today, known })
  await enterKpis({ staff, today, known })
  return staff.sophia.workspaceId
}

async function letFounderIn(demoId: string, { workspaceId, identityId }: Required<DemoOptions>['founder'], now: Date) {
  if (await memberOfIdentity(demoId, identityId)) return
  const member = await memberOfIdentity(workspaceId, identityId)
  if (member) await done(join, workspaceActor(demoId), { identityId, ...member }, now)
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { signIns } = await loadDemo()
  await closeDatabase()
  console.log(signInsInWords(signIns))
}
