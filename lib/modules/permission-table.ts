import type { Locale, Messages } from '@/lib/kernel/messages'
import { translatorOf } from '@/lib/kernel/translate'
import { modules } from '.'
import { words } from './words'

/** Every permission of every manifest with its roles, in words: what the product checks and what is printed are one. */
export const permissionTable = (locale: Locale) =>
  modules.map(({ name, may }) => {
    const messages: Messages = words[name] ?? { en: {}, 'zh-TW': {} }
    const say = translatorOf(messages, locale)
    return {
      module: say('module'),
      verbs: Object.entries(may).map(([verb, { name: permission, roles }]) => ({
        name: permission,
        label: say(`may_${verb}`),
        roles,
      })),
    }
  })
