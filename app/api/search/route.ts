import { answerTogether } from '@/lib/kernel/http'
import { actorOfRequest, readerLocale } from '@/lib/kernel/session'
import { find as findAccounts } from '@/lib/modules/accounts/queries'
import { find as findAgreements } from '@/lib/modules/agreements/queries-find'
import { find as findApprovals } from '@/lib/modules/approvals/queries-find'
import { find as findPeople } from '@/lib/modules/contacts/queries-find'
import { find as findNeeds } from '@/lib/modules/needs/queries-find'
import { find as findNegotiations } from '@/lib/modules/negotiations/queries-find'
import { findLesson } from '@/lib/modules/negotiations/queries-lessons'
import { find as findPrices } from '@/lib/modules/pricing/queries-find'
import { find as findProducts } from '@/lib/modules/products/queries'
import { find as findTerms } from '@/lib/modules/terms/queries-find'

/** In the order in which the palette shows what they find. */
const always = [findAccounts, findPeople, findNeeds, findNegotiations, findAgreements, findTerms]
const onceTyped = [findProducts, findPrices, findApprovals, findLesson]

/** What the palette offers for what was typed, of what the reader may see. */
export async function GET(request: Request) {
  const q = new URL(request.url).searchParams.get('q') ?? ''
  const finders = q.trim() === '' ? always : [...always, ...onceTyped]
  return answerTogether(
    'search',
    await actorOfRequest(request),
    await readerLocale(),
    finders.map((query) => ({ query, raw: { q } })),
    (found) => ({ groups: found.flatMap(({ groups }) => groups) }),
  )
}
