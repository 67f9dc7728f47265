import type { Locale } from '@/lib/kernel/messages'
import { translatorOf } from '@/lib/kernel/translate'
import { modules } from '.'
import { permissionWords } from './permission-words'

type Word = keyof typeof permissionWords.en

/** Every permission of every manifest with its roles, in words: what the product checks and what is printed are one. */
export function permissionTable(locale: Locale) {
  const say = translatorOf(permissionWords, locale)
  return modules.map(({ name, may }) => ({
    module: say(name as Word),
    verbs: Object.entries(may).map(([verb, { name: permission, roles }]) => ({
      name: permission,
      label: say(`${name}_${verb}` as Word),
      roles,
    })),
  }))
}
