'use client'
import { roles } from '@/lib/kernel/actor'
import { Icon } from '@/lib/ui/icon'
import { useTranslator } from '@/lib/ui/locale'
import { messages } from '../messages'
import { wordOf } from './words'

export type PermissionGroup = {
  module: string
  verbs: readonly { name: string; label: string; roles: readonly string[] }[]
}

/** What each role may do: the manifests themselves, printed. */
export function PermissionTable({ groups }: { groups: readonly PermissionGroup[] }) {
  const t = useTranslator(messages)
  const word = wordOf(t)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard through its frame.
    <section className="table-scroll" tabIndex={0} aria-label={t('permissions')}>
      <table className="plain marks">
        <thead>
          <tr>
            <th scope="col">{t('permission')}</th>
            {roles.map((role) => (
              <th key={role} scope="col">
                {word('role', role)}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.module}>
            <tr>
              <th colSpan={roles.length + 1} scope="colgroup">
                {group.module}
              </th>
            </tr>
            {group.verbs.map((verb) => (
              <tr key={verb.name}>
                <th scope="row">{verb.label}</th>
                {roles.map((role) => (
                  <td key={role}>
                    {verb.roles.includes(role) ? (
                      <span title={t('allowed')}>
                        <Icon name="check" />
                        <span className="sr-only">{t('allowed')}</span>
                      </span>
                    ) : (
                      <span className="sr-only">{t('notAllowed')}</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}
