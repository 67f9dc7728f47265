import type { ReactNode } from 'react'
import { read } from '@/lib/kernel/read'
import { currencyList } from '@/lib/modules/workspace/queries-money'
import { DecimalsProvider } from '@/lib/ui/decimals'

/** Amounts on the pages of pricing have the decimals that the company set for their currencies. */
export default async function PricingLayout({ children }: { children: ReactNode }) {
  const decimals = (await read(currencyList, {})).map(({ code, displayDecimals }) => [code, displayDecimals])
  return <DecimalsProvider decimals={Object.fromEntries(decimals)}>{children}</DecimalsProvider>
}
