'use client'
import { type ReactNode, useEffect, useRef } from 'react'
import { isComposing } from './composing'
import { Icon, type IconName } from './icon'

type MenuProps = {
  /** The word on the button, or its name for screen readers when only an icon or `face` is shown. */
  label: string
  icon?: IconName
  /** Draws the button instead of icon and word. */
  face?: ReactNode
  small?: boolean
  /** Only the icon is shown. */
  iconOnly?: boolean
  /** Which edge of the button the menu hangs from. */
  align?: 'start' | 'end'
  /** Opens upwards, for buttons at the bottom of the screen. */
  up?: boolean
  className?: string
  /** Told whenever it opens, for items that are worth drawing only then. */
  onOpen?: () => void
  children: ReactNode
}

/** Links and buttons behind one button. A `<details>`, so it opens without JavaScript; with it, Escape and a press outside close it. */
export function Menu({
  label,
  icon,
  face,
  small = false,
  iconOnly = false,
  align = 'end',
  up = false,
  className,
  onOpen,
  children,
}: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const menu = details.current
    if (!menu) return
    const outside = (event: Event) => {
      if (menu.open && event.target instanceof Node && !menu.contains(event.target)) menu.open = false
    }
    const inside = (event: MouseEvent) => {
      const pressed = event.target instanceof Element ? event.target.closest('a, button') : null
      if (pressed && !pressed.closest('[data-stay]')) menu.open = false
    }
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !menu.open || isComposing(event)) return
      event.stopPropagation()
      menu.open = false
      menu.querySelector('summary')?.focus()
    }
    document.addEventListener('pointerdown', outside)
    document.addEventListener('focusin', outside)
    menu.addEventListener('click', inside)
    menu.addEventListener('keydown', key)
    return () => {
      document.removeEventListener('pointerdown', outside)
      document.removeEventListener('focusin', outside)
      menu.removeEventListener('click', inside)
      menu.removeEventListener('keydown', key)
    }
  }, [])
  const shape = `button quiet${small ? ' small' : ''}${iconOnly ? ' square' : ''}`
  return (
    <details
      ref={details}
      onToggle={(event) => event.currentTarget.open && onOpen?.()}
      className={`menu ${align}${up ? ' up' : ''}${className ? ` ${className}` : ''}`}
    >
      <summary className={face ? 'menu-face' : shape} aria-label={iconOnly ? label : undefined}>
        {face ?? (
          <>
            {icon && <Icon name={icon} />}
            {!iconOnly && <span className={icon ? 'wide-only' : undefined}>{label}</span>}
          </>
        )}
      </summary>
      <div className="menu-items">{children}</div>
    </details>
  )
}
