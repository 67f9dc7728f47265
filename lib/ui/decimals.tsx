'use client'
import { createContext, type ReactNode, useContext } from 'react'
import { formatMoney, formatMoneyShort } from '@/lib/kernel/money'
import { useLocale } from './locale'

type Decimals = Readonly<Record<string, number>>
const DecimalsContext = createContext<Decimals>({})

/** Says for everything below it how many decimals the company shows of each currency. */
export function DecimalsProvider({ decimals, children }: { decimals: Decimals; children: ReactNode }) {
  return <DecimalsContext value={decimals}>{children}</DecimalsContext>
}

/** Writes amounts of a currency with the company's decimals: whole, and short for charts. */
export function useMoney(currency: string) {
  const [places, locale] = [useContext(DecimalsContext)[currency], useLocale()]
  return {
    money: (amount: string) => formatMoney({ amount, currency }, places),
    short: (amount: string) => formatMoneyShort({ amount, currency }, locale, places),
  }
}
