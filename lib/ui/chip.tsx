import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

export type Tone = 'plain' | 'brand' | 'ok' | 'warn' | 'risk' | 'info' | 'bordered'

/** A state as icon and word: colour never says it alone. */
export function Chip({
  tone = 'plain',
  icon,
  title,
  children,
}: {
  tone?: Tone
  icon?: IconName
  title?: string
  children: ReactNode
}) {
  return (
    <span className={tone === 'plain' ? 'chip' : `chip ${tone}`} title={title}>
      {icon && <Icon name={icon} />}
      {children}
    </span>
  )
}

/** A key on the keyboard. */
export const Keycap = ({ children }: { children: ReactNode }) => <kbd className="keycap">{children}</kbd>
