import type { IconName } from './icon-set'

export type { IconName } from './icon-set'

/** One icon of the sprite. It is decoration: the word beside it, or the control's own name, says what it means. */
export function Icon({ name, className = 'icon' }: { name: IconName; className?: string }) {
  return (
    <svg className={className} aria-hidden="true">
      <use href={`/icons.svg#${name}`} />
    </svg>
  )
}
