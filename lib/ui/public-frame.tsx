import type { ReactNode } from 'react'
import { BrandMark } from './brand-mark'
import { LanguageSwitch, ThemeSwitch } from './preference-switches'

type PublicFrameProps = {
  title: string
  /** One or two sentences under the title. */
  text?: ReactNode
  /** Quiet links under the card. */
  foot?: ReactNode
  /** Room for a form of two columns (set-up). */
  wide?: boolean
  children: ReactNode
}

/** The page around what is done before signing in: sign-in, set-up, invitation, new password. */
export function PublicFrame({ title, text, foot, wide = false, children }: PublicFrameProps) {
  return (
    <div className="public">
      <main id="content" className={wide ? 'public-card wide' : 'public-card'}>
        <BrandMark />
        <h1>{title}</h1>
        {text && <p className="text-muted">{text}</p>}
        <div className="public-body">{children}</div>
        {foot && <div className="public-foot">{foot}</div>}
      </main>
      <footer className="public-switches">
        <LanguageSwitch />
        <ThemeSwitch />
      </footer>
    </div>
  )
}
