'use client'
import { Broken } from '@/lib/ui/error-page'

export default function PageError(props: { error: unknown; retry: () => void }) {
  return <Broken {...props} inShell />
}
