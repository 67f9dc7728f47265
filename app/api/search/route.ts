import { answerWith } from '@/lib/kernel/http'
import { actorOfRequest, readerLocale } from '@/lib/kernel/session'
import { find as findAccounts } from '@/lib/modules/accounts/queries'
import { find as findApprovals } from '@/lib/modules/approvals/queries-find'
import { find as findPeople } from '@/lib/modules/contacts/queries-find'
import { find as findNeeds } from '@/lib/modules/needs/queries-find'
import { find as findPrices } from '@/lib/modules/pricing/queries-find'
import { find as findTerms } from '@/lib/modules/terms/queries-find'

/**
 * What the palette offers for what was typed: accounts, people, needs, term sheets, prices, then approvals, of
 * those that the reader may see.
 */
export async function GET(request: Request) {
  const q = new URL(request.url).searchParams.get('q') ?? ''
  return answerWith('search', await actorOfRequest(request), await readerLocale(), async (askFor) => {
    const found = [
      await askFor(findAccounts, { q }),
      await askFor(findPeople, { q }),
      await askFor(findNeeds, { q }),
      await askFor(findTerms, { q }),
      await askFor(findPrices, { q }),
      await askFor(findApprovals, { q }),
    ]
    return { groups: found.flatMap(({ groups }) => groups) }
  })
}
