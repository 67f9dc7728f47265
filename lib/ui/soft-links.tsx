'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useTransition } from 'react'

/**
 * Follows every link of the product without a full page load, whoever drew it: pages write plain `<a href>` and carry no
 * link component. `data-keep-scroll` stays at the same height; `data-hard`, downloads and other targets load as usual.
 */
export function SoftLinks() {
  const router = useRouter()
  const [going, startTransition] = useTransition()
  useEffect(() => {
    const follow = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (!(link instanceof HTMLAnchorElement) || event.defaultPrevented || !isSoft(link, event)) return
      event.preventDefault()
      const { pathname, search, hash } = link
      startTransition(() =>
        router.push(`${pathname}${search}${hash}`, { scroll: link.dataset.keepScroll === undefined }),
      )
    }
    document.addEventListener('click', follow)
    return () => document.removeEventListener('click', follow)
  }, [router])
  return <div className="going" data-going={going || undefined} aria-hidden="true" />
}

function isSoft(link: HTMLAnchorElement, event: MouseEvent): boolean {
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return false
  if (link.origin !== window.location.origin || (link.target && link.target !== '_self')) return false
  if (link.hasAttribute('download') || link.dataset.hard !== undefined) return false
  if (link.pathname.startsWith('/api/') || link.pathname.startsWith('/files/')) return false
  const samePage = link.pathname === window.location.pathname && link.search === window.location.search
  return !(samePage && link.hash !== '')
}
