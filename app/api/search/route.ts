import { answerWith } from '@/lib/kernel/http'
import { actorOfRequest, readerLocale } from '@/lib/kernel/session'
import { translatorOf } from '@/lib/kernel/translate'
import { find as findAccounts } from '@/lib/modules/accounts/queries'
import { find as findPeople } from '@/lib/modules/contacts/queries-find'
import { messages } from '@/lib/modules/workspace/messages'

/** What the palette offers for what was typed: accounts, then people, of those that the reader may see. */
export async function GET(request: Request) {
  const locale = await readerLocale()
  const t = translatorOf(messages, locale)
  const q = new URL(request.url).searchParams.get('q') ?? ''
  return answerWith('search', await actorOfRequest(request), locale, async (askFor) => {
    const [accounts, people] = [await askFor(findAccounts, { q }), await askFor(findPeople, { q })]
    const groups = [
      {
        label: t('navigationAccounts'),
        items: accounts.options.map(({ id, name, englishName }) => ({
          id,
          href: `/accounts/${id}`,
          title: name,
          subtitle: englishName ?? '',
        })),
      },
      {
        label: t('navigationContacts'),
        items: people.options.map(({ id, displayName, title, account }) => ({
          id,
          href: `/contacts/${id}`,
          title: displayName,
          subtitle: [title, account?.name].filter(Boolean).join(' · '),
        })),
      },
    ]
    return { groups: groups.filter(({ items }) => items.length > 0) }
  })
}
