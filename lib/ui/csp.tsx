'use client'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { type ReactNode, useState } from 'react'

/** Gives style elements made in the browser the nonce of the document; a later refresh brings another one, which must not count. */
export function DocumentNonce({ nonce, children }: { nonce: string; children: ReactNode }) {
  const [first] = useState(nonce)
  return <CSPProvider nonce={first}>{children}</CSPProvider>
}
